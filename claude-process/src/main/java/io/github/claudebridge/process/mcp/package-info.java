/**
 * Tools for Claude that are Java code in the host, offered as MCP servers over the CLI's own channel: no port, no process. Enter at
 * {@link JavaMcpServer}.
 */
@NullMarked
package io.github.claudebridge.process.mcp;

import org.jspecify.annotations.NullMarked;
