package io.github.claudebridge.telegram.command;

import io.github.claudebridge.telegram.audit.AuditEntry;
import io.github.claudebridge.telegram.audit.AuditLog;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.UserMessage;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Notes who gave the bot which command, and takes none away. Thread-safe. */
public final class CommandAudit implements MessageFilter {

    private final Commands commands;
    private final AuditLog audit;

    public CommandAudit(Commands commands, AuditLog audit) {
        this.commands = commands;
        this.audit = audit;
    }

    @Override
    public Optional<CompletableFuture<Handled>> take(UserMessage message, DeliveryKey key) {
        boolean own = message.files().isEmpty() && message.forwardedFrom().isEmpty();
        CommandText.parse(message.text())
                .filter(text -> own && commands.find(text.name()).isPresent())
                .ifPresent(text -> audit.add(
                        new AuditEntry("", message.userId(), "command", "/" + text.name(), "given", text.argument())));
        return Optional.empty();
    }
}
