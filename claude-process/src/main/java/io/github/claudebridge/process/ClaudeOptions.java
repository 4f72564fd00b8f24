package io.github.claudebridge.process;

import io.github.claudebridge.process.control.PermissionMode;
import io.github.claudebridge.process.json.Json;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the CLI is told at its start, by name. Immutable and thread-safe.
 *
 * @see Builder
 */
public final class ClaudeOptions {

    private final List<String> arguments;
    private final Map<String, @Nullable Object> initialization;
    private final Map<String, String> environment;

    ClaudeOptions(
            List<String> arguments, Map<String, @Nullable Object> initialization, Map<String, String> environment) {
        this.arguments = List.copyOf(arguments);
        this.initialization = Collections.unmodifiableMap(new LinkedHashMap<>(initialization));
        this.environment = Map.copyOf(environment);
    }

    /** Where options begin. */
    public static Builder builder() {
        return new Builder();
    }

    /** What goes on the command line: fixed flags and checked values. */
    public List<String> arguments() {
        return arguments;
    }

    /** What goes into the first request on stdin: texts of any length and content. */
    public Map<String, @Nullable Object> initialization() {
        return initialization;
    }

    /** What goes into the environment. */
    public Map<String, String> environment() {
        return environment;
    }

    /**
     * Collects options. What is not set is left to the CLI and its settings. An option that takes several values is replaced by the next
     * call, and taken back by a call without values. Not thread-safe.
     */
    public static final class Builder {

        private final Map<String, List<String>> flags = new LinkedHashMap<>();
        private final Map<String, @Nullable Object> initialization = new LinkedHashMap<>();
        private final Map<String, Object> agents = new LinkedHashMap<>();
        private final Map<String, String> environment = new LinkedHashMap<>();

        private Builder() {}

        /** The model, by alias or id. */
        public Builder model(String model) {
            return value("--model", Checks.word("model", model));
        }

        /** The model to go over to when the first is overloaded. */
        public Builder fallbackModel(String model) {
            return value("--fallback-model", Checks.word("model", model));
        }

        /** How hard the model thinks: {@code low}, {@code medium}, {@code high}, {@code xhigh} or {@code max}. */
        public Builder effort(String level) {
            return value("--effort", Checks.word("effort", level));
        }

        /** Text to append to Claude Code's own system prompt. */
        public Builder appendSystemPrompt(String text) {
            initialization.put("appendSystemPrompt", text);
            return this;
        }

        /** Text to use instead of Claude Code's own system prompt. */
        public Builder systemPrompt(String text) {
            initialization.put("systemPrompt", List.of(text));
            return this;
        }

        /**
         * Whether a session keeps the system prompt that it began with. Newer CLIs do so by default: a resumed session ignores changed
         * texts until its history is summarised. Older ones do not know this option.
         */
        public Builder keepSystemPrompt(boolean keep) {
            return value("--system-prompt-snapshot", keep ? "on" : "off");
        }

        /** What Claude may do without asking. */
        public Builder permissionMode(PermissionMode mode) {
            return value("--permission-mode", mode.wireName());
        }

        /** Makes it possible to go over to {@link PermissionMode#BYPASS_PERMISSIONS} later. */
        public Builder allowBypassingPermissions() {
            return flag("--allow-dangerously-skip-permissions");
        }

        /** Tools and uses of tools that need no permission, such as {@code Read} or {@code Bash(git status)}. */
        public Builder allowedTools(String... rules) {
            return values("--allowedTools", Checks.arguments("rule", rules));
        }

        /** Tools and uses of tools that are denied. */
        public Builder disallowedTools(String... rules) {
            return values("--disallowedTools", Checks.arguments("rule", rules));
        }

        /** The built-in tools that there are at all; none where no name is given. */
        public Builder tools(String... names) {
            return value("--tools", String.join(",", Checks.arguments("tool", names)));
        }

        /** More directories that Claude may work in. */
        public Builder additionalDirectories(Path... directories) {
            return values("--add-dir", Checks.paths(directories));
        }

        /** Subagents that Claude can call. */
        public Builder agents(Agent... definitions) {
            for (Agent agent : definitions) {
                agents.put(agent.name(), agent.wireForm());
            }
            return this;
        }

        /** Files that name MCP servers. */
        public Builder mcpConfig(Path... files) {
            return values("--mcp-config", Checks.paths(files));
        }

        /** Uses no MCP servers but those given here. */
        public Builder onlyGivenMcpServers() {
            return flag("--strict-mcp-config");
        }

        /** Directories of plugins for this process. */
        public Builder plugins(Path... directories) {
            List<String> repeated = new ArrayList<>();
            for (String directory : Checks.paths(directories)) {
                repeated.addAll(repeated.isEmpty() ? List.of(directory) : List.of("--plugin-dir", directory));
            }
            return values("--plugin-dir", repeated);
        }

        /** Which settings are read, none where no source is given; without {@link SettingSource#PROJECT} a project's hooks do not run. */
        public Builder settingSources(SettingSource... sources) {
            return value(
                    "--setting-sources",
                    Stream.of(sources).map(SettingSource::wireName).collect(Collectors.joining(",")));
        }

        /** A file with more settings. */
        public Builder settings(Path file) {
            return values("--settings", Checks.paths(file));
        }

        /** The schema that the answer's structured output must fit; {@code TurnResult.structuredOutput} has it then. */
        public Builder structuredOutput(Json schema) {
            initialization.put("jsonSchema", schema);
            return this;
        }

        /** How many requests to the model a turn may take, at least 1. */
        public Builder maxTurns(int turns) {
            return value("--max-turns", Integer.toString(Checks.atLeast(1, "maxTurns", turns)));
        }

        /** How much the process may cost, more than 0. Once it is used up, every prompt fails. */
        public Builder maxBudgetUsd(BigDecimal budget) {
            if (budget.signum() <= 0) {
                throw new IllegalArgumentException("The budget must be more than 0, not " + budget);
            }
            return value("--max-budget-usd", budget.toPlainString());
        }

        /** Keeps copies of changed files, so that {@code rewindFiles} can set them back. */
        public Builder fileCheckpoints() {
            return variable("CLAUDE_CODE_ENABLE_SDK_FILE_CHECKPOINTING", "1");
        }

        /** How often a failed request to the model is tried again; 0 for never. Ten times, over minutes, by default. */
        public Builder maxRetries(int retries) {
            return variable("CLAUDE_CODE_MAX_RETRIES", Integer.toString(Checks.atLeast(0, "maxRetries", retries)));
        }

        /** Where the CLI puts temporary files, of which it leaves some behind. */
        public Builder temporaryDirectory(Path directory) {
            return variable("CLAUDE_CODE_TMPDIR", Checks.paths(directory).get(0));
        }

        /** Stores nothing; the session cannot be resumed. */
        public Builder noSessionFile() {
            return flag("--no-session-persistence");
        }

        /** Reports the hooks of the settings as events. */
        public Builder hookEvents() {
            return flag("--include-hook-events");
        }

        private Builder flag(String flag) {
            flags.put(flag, List.of());
            return this;
        }

        private Builder value(String flag, String value) {
            return values(flag, List.of(value));
        }

        private Builder values(String flag, List<String> values) {
            if (values.isEmpty()) {
                // A bare flag would take the next one for its value.
                flags.remove(flag);
            } else {
                flags.put(flag, values);
            }
            return this;
        }

        private Builder variable(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** The options so far. */
        public ClaudeOptions build() {
            List<String> arguments = new ArrayList<>();
            flags.forEach((flag, values) -> {
                arguments.add(flag);
                arguments.addAll(values);
            });
            Map<String, @Nullable Object> fields = new LinkedHashMap<>(initialization);
            if (!agents.isEmpty()) {
                fields.put("agents", new LinkedHashMap<>(agents));
            }
            return new ClaudeOptions(arguments, fields, environment);
        }
    }
}
