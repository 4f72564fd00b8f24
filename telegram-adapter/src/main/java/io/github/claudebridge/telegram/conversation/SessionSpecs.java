package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.Claude;
import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.CliVersion;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.supervisor.ConversationSource;
import io.github.claudebridge.process.supervisor.ConversationSpec;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.persona.Persona;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Describes the process of a session as the session's files are at this moment. Thread-safe. */
final class SessionSpecs implements ConversationSource {

    /** From this version on the CLI can be told to use an edited system prompt in a session that began with another. */
    private static final CliVersion FOLLOWS_EDITS = new CliVersion(2, 1, 330);

    private final SessionStore store;
    private final ClaudeCommand claude;
    private final Function<SessionName, ClaudeListener> listeners;
    private @Nullable CliVersion version;

    /**
     * @param listeners who hears what happens in a session
     */
    SessionSpecs(SessionStore store, ClaudeCommand claude, Function<SessionName, ClaudeListener> listeners) {
        this.store = store;
        this.claude = claude;
        this.listeners = listeners;
    }

    @Override
    public ConversationSpec describe(String key) {
        SessionName name = SessionName.of(key);
        Session session = store.get(name);
        Persona persona = session.persona();
        Metadata metadata = session.metadata();
        if (metadata.claudeSessionId() == null) {
            metadata = store.update(name, edit -> edit.claudeSessionId(UUID.randomUUID()));
        }
        String model = Objects.requireNonNullElseGet(
                metadata.model(), () -> persona.settings().model().orElse(""));
        return ConversationSpec.of(
                        session.directory(), Objects.requireNonNull(metadata.claudeSessionId()), metadata.hasHistory())
                .withIdleTimeout(metadata.idleTimeout())
                .withListener(listeners.apply(name))
                .with(builder -> prepare(builder, persona.systemPrompt(), model));
    }

    private void prepare(ClaudeProcessBuilder builder, String systemPrompt, String model) {
        builder.command(claude.words()).environment(claude.environment()).appendSystemPrompt(systemPrompt);
        if (!model.isEmpty()) {
            builder.model(model);
        }
        if (followsEdits()) {
            builder.options(options -> options.keepSystemPrompt(false));
        }
    }

    private synchronized boolean followsEdits() {
        try {
            if (version == null) {
                version = Claude.version(claude.words(), claude.environment());
            }
            return version.compareTo(FOLLOWS_EDITS) >= 0;
        } catch (ClaudeException e) {
            // The start that follows tells what is wrong with the command.
            return false;
        }
    }
}
