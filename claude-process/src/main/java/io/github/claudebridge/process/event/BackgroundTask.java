package io.github.claudebridge.process.event;

/**
 * One task that runs in the background.
 *
 * @param id names it in {@code stopTask}
 * @param type the CLI's kind, such as {@code local_bash} or {@code local_agent}
 * @param description for people
 */
public record BackgroundTask(String id, String type, String description) {}
