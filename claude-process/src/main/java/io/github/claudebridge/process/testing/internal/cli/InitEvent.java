package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.List;

/** The event that opens every turn. */
final class InitEvent {
    private static final List<String> CAPABILITIES =
            List.of("interrupt_receipt_v1", "interrupt_cancel_queued_v1", "interrupt_send_now_v1", "msg_lifecycle_v1");
    static final List<String> COMMANDS =
            List.of("clear", "compact", "config", "context", "init", "mcp", "model", "rename", "usage");

    private InitEvent() {}

    static void send(Program program) {
        Session session = program.session();
        JsonObject init = JsonObject.of(
                "cwd", session.directory().toString(),
                "tools", program.toolbox().names(),
                "mcp_servers", List.of(),
                "model", session.model(),
                "permissionMode", session.permissionMode(),
                "slash_commands", COMMANDS,
                "apiKeySource", "ANTHROPIC_API_KEY",
                "claude_code_version", program.version().name(),
                "output_style", "default",
                "agents", List.of("general-purpose"),
                "skills", List.of(),
                "plugins", List.of());
        if (program.version().isTalkative()) {
            init.with("capabilities", CAPABILITIES);
        }
        program.events().system("init", init);
    }
}
