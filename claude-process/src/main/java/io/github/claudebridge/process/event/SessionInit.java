package io.github.claudebridge.process.event;

import java.util.List;
import java.util.Set;

/**
 * A turn begins; the CLI says what it works with. Tools and commands may differ from turn to turn.
 *
 * @param sessionId the session's id
 * @param model the model's id
 * @param permissionMode the permission mode
 * @param directory the working directory
 * @param version the CLI's version
 * @param tools names of the tools
 * @param slashCommands names of the slash commands, without the slash
 * @param capabilities what this CLI can do beyond older ones
 * @param mcpServers the MCP servers
 */
public record SessionInit(
        String sessionId,
        String model,
        String permissionMode,
        String directory,
        String version,
        List<String> tools,
        List<String> slashCommands,
        Set<String> capabilities,
        List<McpServerStatus> mcpServers)
        implements ClaudeEvent {

    public SessionInit {
        tools = List.copyOf(tools);
        slashCommands = List.copyOf(slashCommands);
        capabilities = Set.copyOf(capabilities);
        mcpServers = List.copyOf(mcpServers);
    }

    /** Whether the CLI reports what becomes of every single message. */
    public boolean reportsMessages() {
        return capabilities.contains("msg_lifecycle_v1");
    }
}
