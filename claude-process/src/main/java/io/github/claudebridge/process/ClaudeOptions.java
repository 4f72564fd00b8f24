package io.github.claudebridge.process;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the CLI is told at its start, by name. Immutable and thread-safe. */
public final class ClaudeOptions {

    private final List<String> arguments;
    private final Map<String, @Nullable Object> initialization;

    private ClaudeOptions(List<String> arguments, Map<String, @Nullable Object> initialization) {
        this.arguments = List.copyOf(arguments);
        this.initialization = Collections.unmodifiableMap(new LinkedHashMap<>(initialization));
    }

    /** Where options begin. */
    public static Builder builder() {
        return new Builder();
    }

    /** What goes on the command line. */
    public List<String> arguments() {
        return arguments;
    }

    /** What goes into the first request on stdin: texts of any length and content. */
    public Map<String, @Nullable Object> initialization() {
        return initialization;
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {

        private final Map<String, String> flags = new LinkedHashMap<>();
        private final Map<String, @Nullable Object> initialization = new LinkedHashMap<>();

        private Builder() {}

        /** Text to append to Claude Code's own system prompt. */
        public Builder appendSystemPrompt(String text) {
            initialization.put("appendSystemPrompt", text);
            return this;
        }

        /** The model, by alias or id. */
        public Builder model(String model) {
            flags.put("--model", Checks.word("model", model));
            return this;
        }

        /** The options so far. */
        public ClaudeOptions build() {
            List<String> arguments = new ArrayList<>();
            flags.forEach((flag, value) -> arguments.addAll(List.of(flag, value)));
            return new ClaudeOptions(arguments, initialization);
        }
    }
}
