package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.supervisor.ConversationSource;
import io.github.claudebridge.process.supervisor.ConversationSpec;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.persona.Persona;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes the process of a session as the session's files are at this moment. Thread-safe. */
final class SessionSpecs implements ConversationSource {

    private final SessionStore store;
    private final ClaudeCommand claude;
    private final CliFeatures features;
    private final Function<SessionName, ClaudeListener> listeners;
    private final List<SessionSetup> setups;

    /**
     * @param listeners who hears what happens in a session
     */
    SessionSpecs(
            SessionStore store,
            ClaudeCommand claude,
            CliFeatures features,
            Function<SessionName, ClaudeListener> listeners,
            List<SessionSetup> setups) {
        this.store = store;
        this.claude = claude;
        this.features = features;
        this.listeners = listeners;
        this.setups = setups;
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
                        store.grants().workingDirectory(name),
                        Objects.requireNonNull(metadata.claudeSessionId()),
                        metadata.hasHistory())
                .withIdleTimeout(metadata.idleTimeout())
                .withTransport(claude.transport())
                .withListener(listeners.apply(name))
                .with(builder -> prepare(builder, systemPrompt(persona), model))
                .with(builder -> setups.forEach(setup -> setup.prepare(name, builder)));
    }

    private String systemPrompt(Persona persona) {
        return Stream.concat(Stream.of(persona.systemPrompt()), setups.stream().map(SessionSetup::systemPrompt))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private void prepare(ClaudeProcessBuilder builder, String systemPrompt, String model) {
        builder.command(claude.words()).environment(claude.environment()).appendSystemPrompt(systemPrompt);
        if (!model.isEmpty()) {
            builder.model(model);
        }
        if (features.followsEdits()) {
            builder.options(options -> options.keepSystemPrompt(false));
        }
    }
}
