package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.ClaudeOptions;
import io.github.claudebridge.process.Limits;
import io.github.claudebridge.process.mcp.JavaMcpServer;
import io.github.claudebridge.process.permission.AsyncPermissionHandler;
import io.github.claudebridge.process.transport.Transport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a process is started with.
 *
 * @param command the command prefix
 * @param directory the working directory
 * @param sessionId the session
 * @param resume whether the session has a history
 * @param forkOf the session whose history a new session begins with; null for none
 * @param environment the whole environment of the CLI
 * @param options what the CLI is told
 * @param listener hears what happens
 * @param permissions decides about tools; null to leave it to the CLI
 * @param hooks run at points of a turn
 * @param mcpServers tools in Java
 * @param transport runs the command
 * @param limits how long things may take
 * @param threads makes the threads that read and write
 */
public record ProcessSettings(
        List<String> command,
        Path directory,
        UUID sessionId,
        boolean resume,
        @Nullable UUID forkOf,
        Map<String, String> environment,
        ClaudeOptions options,
        ClaudeListener listener,
        @Nullable AsyncPermissionHandler permissions,
        List<HookRegistration> hooks,
        List<JavaMcpServer> mcpServers,
        Transport transport,
        Limits limits,
        ThreadFactory threads) {

    /** The session that must exist for the start to succeed; the new one's id where none must. */
    UUID origin() {
        return forkOf == null ? sessionId : forkOf;
    }
}
