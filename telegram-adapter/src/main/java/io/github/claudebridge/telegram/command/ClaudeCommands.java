package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.Conversations;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Claude's own slash commands and skills, as running processes tell them. Thread-safe. */
final class ClaudeCommands {

    /** Known before any process has told its own. */
    private static final Set<String> USUAL = Set.of(
            "agents", "compact", "config", "context", "cost", "effort", "init", "mcp", "memory", "review", "skills",
            "usage");

    private final Conversations conversations;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    ClaudeCommands(Conversations conversations) {
        this.conversations = conversations;
        known.addAll(USUAL);
    }

    /** Whether Claude has a command of this name, as far as is known. */
    boolean has(String name, Optional<SessionName> session) {
        session.flatMap(conversations::live).ifPresent(claude -> {
            CompletableFuture<Void> unused = claude.commands()
                    .thenAccept(commands -> commands.forEach(command -> {
                        known.add(command.name());
                        known.addAll(command.aliases());
                    }))
                    .exceptionally(failure -> null);
        });
        return known.contains(name);
    }
}
