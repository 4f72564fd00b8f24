package io.github.claudebridge.app.chat;

import io.github.claudebridge.app.log.LogSecrets;
import io.github.claudebridge.telegram.conversation.Answer;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Draft;
import io.github.claudebridge.telegram.conversation.FileToSend;
import io.github.claudebridge.telegram.conversation.Question;
import io.github.claudebridge.telegram.conversation.Reaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The chat in a terminal: what is said is shown at once, and lives as long as the program. Thread-safe. */
final class TerminalChat implements Chat {

    private static final CompletableFuture<Void> SAID = CompletableFuture.completedFuture(null);

    private final Screen screen;
    private final OpenChoices choices;
    private final Set<DeliveryKey> said = ConcurrentHashMap.newKeySet();
    private volatile TerminalDraft draft;

    TerminalChat(Screen screen, OpenChoices choices) {
        this.screen = screen;
        this.choices = choices;
        this.draft = new TerminalDraft(screen, "");
    }

    @Override
    public CompletableFuture<Void> answer(ChatId chat, DeliveryKey key, Answer answer) {
        String rest = draft.rest(masked(answer.markdown()));
        draft = new TerminalDraft(screen, "");
        CompletableFuture<Void> told = show(key, rest);
        if (!answer.details().isBlank()) {
            screen.activity(masked(answer.details()));
        }
        return told;
    }

    @Override
    public CompletableFuture<Void> failure(ChatId chat, DeliveryKey key, String text) {
        return show(key, "! " + masked(text));
    }

    @Override
    public CompletableFuture<Void> notice(ChatId chat, DeliveryKey key, String text) {
        return show(key, masked(text));
    }

    private CompletableFuture<Void> show(DeliveryKey key, String text) {
        if (said.add(key) && !text.isBlank()) {
            screen.show(text.strip());
        }
        return SAID;
    }

    @Override
    public CompletableFuture<Void> ask(ChatId chat, DeliveryKey key, Question question) {
        if (said.add(key)) {
            screen.show(masked(OpenChoices.words(question)));
            choices.add(key, question);
        }
        return SAID;
    }

    @Override
    public boolean relabel(DeliveryKey key, List<Choice> labels) {
        boolean open = choices.relabel(key, labels);
        if (open) {
            screen.show(OpenChoices.words(new Question("", labels)).strip());
        }
        return open;
    }

    @Override
    public boolean revise(DeliveryKey key, Question question) {
        boolean open = choices.replace(key, question);
        if (open) {
            screen.show(masked(OpenChoices.words(question)));
        }
        return open;
    }

    @Override
    public boolean withdraw(DeliveryKey key, String note) {
        boolean open = choices.remove(key);
        if (open && !note.isBlank()) {
            screen.show(masked(note));
        }
        return open;
    }

    @Override
    public CompletableFuture<Void> files(ChatId chat, DeliveryKey key, List<FileToSend> files, String caption) {
        StringBuilder text = new StringBuilder(caption);
        files.forEach(file -> text.append("\n[file] ").append(file.folder().resolve(file.path())));
        return show(key, masked(text.toString()));
    }

    @Override
    public CompletableFuture<Void> text(ChatId chat, DeliveryKey key, String name, String content) {
        return show(key, masked("[" + name + "]\n" + content));
    }

    @Override
    public String masked(String text) {
        return LogSecrets.redactor().clean(text);
    }

    @Override
    public Optional<DeliveryKey> keyOf(ChatId chat, long messageId) {
        return Optional.empty();
    }

    @Override
    public boolean hasSaid(DeliveryKey key) {
        return said.contains(key);
    }

    @Override
    public Activity working(ChatId chat) {
        return () -> {};
    }

    @Override
    public Draft draft(ChatId chat) {
        TerminalDraft fresh = new TerminalDraft(screen, draft.shown());
        draft = fresh;
        return fresh;
    }

    @Override
    public void react(ChatId chat, long messageId, Reaction reaction) {
        // There is nothing to put it on.
    }
}
