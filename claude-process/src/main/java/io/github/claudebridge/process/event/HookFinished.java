package io.github.claudebridge.process.event;

import java.util.OptionalInt;

/**
 * A hook from the settings has ended.
 *
 * @param hookId joins this to its {@link HookStarted}
 * @param name for people
 * @param event the hook event, such as {@code PreToolUse}
 * @param stdout what it printed
 * @param stderr what it printed as errors
 * @param exitCode its exit code, where it has one
 * @param outcome the CLI's word for how it went
 */
public record HookFinished(
        String hookId, String name, String event, String stdout, String stderr, OptionalInt exitCode, String outcome)
        implements ClaudeEvent {}
