package io.github.claudebridge.process.event;

/**
 * The CLI went over to another model.
 *
 * @param originalModel the model that was wanted
 * @param fallbackModel the model that answers
 * @param trigger why, such as {@code overloaded}
 * @param text for people
 */
public record ModelFallback(String originalModel, String fallbackModel, String trigger, String text)
        implements ClaudeEvent {}
