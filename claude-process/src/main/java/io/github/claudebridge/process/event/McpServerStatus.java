package io.github.claudebridge.process.event;

/**
 * An MCP server of the session.
 *
 * @param name its name
 * @param status such as {@code connected}, {@code failed} or {@code pending}
 */
public record McpServerStatus(String name, String status) {}
