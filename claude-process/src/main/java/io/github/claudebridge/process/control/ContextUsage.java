package io.github.claudebridge.process.control;

import java.util.List;

/**
 * How full the context is.
 *
 * @param totalTokens what is in it
 * @param maxTokens what fits into it
 * @param percentage used, 0 to 100
 * @param model the model that it is for
 * @param categories what it consists of
 */
public record ContextUsage(
        long totalTokens, long maxTokens, double percentage, String model, List<Category> categories) {

    public ContextUsage {
        categories = List.copyOf(categories);
    }

    /**
     * A part of the context.
     *
     * @param name for people
     * @param tokens its size
     * @param kind such as {@code used}, {@code deferred}, {@code buffer} or {@code free}
     */
    public record Category(String name, long tokens, String kind) {}
}
