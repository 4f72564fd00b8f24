package io.github.claudebridge.telegram.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A chat in memory that delivers at once. */
public final class RecordingChat implements Chat {

    /** A text as it was delivered. */
    public record Said(ChatId chat, Kind kind, String text) {}

    public enum Kind {
        ANSWER,
        NOTICE,
        FAILURE,
        QUESTION,
        FILE
    }

    private final List<Said> said = new CopyOnWriteArrayList<>();
    private final Set<DeliveryKey> keys = ConcurrentHashMap.newKeySet();
    private final Set<DeliveryKey> withdrawn = ConcurrentHashMap.newKeySet();
    private final List<DeliveryKey> asked = new CopyOnWriteArrayList<>();
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private final List<String> contents = new CopyOnWriteArrayList<>();
    private final List<RecordedDraft> drafts = new CopyOnWriteArrayList<>();
    private final List<Reaction> reactions = new CopyOnWriteArrayList<>();
    private volatile boolean asksFail;
    private final AtomicInteger activities = new AtomicInteger();

    public List<Said> said() {
        return said;
    }

    public List<String> texts(Kind kind) {
        return said.stream().filter(text -> text.kind() == kind).map(Said::text).toList();
    }

    /** Answers as they were said, in order. */
    public List<Answer> answers() {
        return answers;
    }

    /** From now on no question can be asked. */
    public void failToAsk() {
        asksFail = true;
    }

    /** The keys of the questions that were asked, in order. */
    public List<DeliveryKey> asked() {
        return asked;
    }

    /** Signs of work that are shown now. */
    public int activities() {
        return activities.get();
    }

    @Override
    public CompletableFuture<Void> answer(ChatId chat, DeliveryKey key, Answer answer) {
        answers.add(answer);
        return say(chat, key, Kind.ANSWER, answer.markdown());
    }

    @Override
    public CompletableFuture<Void> notice(ChatId chat, DeliveryKey key, String text) {
        return say(chat, key, Kind.NOTICE, text);
    }

    @Override
    public CompletableFuture<Void> failure(ChatId chat, DeliveryKey key, String text) {
        return say(chat, key, Kind.FAILURE, text);
    }

    @Override
    public CompletableFuture<Void> ask(ChatId chat, DeliveryKey key, Question question) {
        if (asksFail) {
            return CompletableFuture.failedFuture(new IllegalStateException("The question was not stored."));
        }
        asked.add(key);
        return say(chat, key, Kind.QUESTION, question.markdown());
    }

    @Override
    public CompletableFuture<Void> files(ChatId chat, DeliveryKey key, List<FileToSend> files, String caption) {
        keys.add(key);
        for (FileToSend file : files) {
            said.add(new Said(chat, Kind.FILE, file.path()));
            contents.add(content(file));
        }
        return CompletableFuture.completedFuture(null);
    }

    private static String content(FileToSend file) {
        try {
            return Files.readString(file.folder().resolve(file.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was in the files when they were handed over, in order. */
    public List<String> contents() {
        return contents;
    }

    @Override
    public CompletableFuture<Void> text(ChatId chat, DeliveryKey key, String name, String content) {
        return say(chat, key, Kind.FILE, name);
    }

    @Override
    public String masked(String text) {
        return text;
    }

    @Override
    public Optional<DeliveryKey> keyOf(ChatId chat, long messageId) {
        return Optional.empty();
    }

    @Override
    public boolean relabel(DeliveryKey key, List<Choice> choices) {
        return !withdrawn.contains(key);
    }

    @Override
    public boolean revise(DeliveryKey key, Question question) {
        return !withdrawn.contains(key);
    }

    @Override
    public boolean hasSaid(DeliveryKey key) {
        return keys.contains(key);
    }

    @Override
    public boolean withdraw(DeliveryKey key, String note) {
        return withdrawn.add(key);
    }

    private CompletableFuture<Void> say(ChatId chat, DeliveryKey key, Kind kind, String text) {
        keys.add(key);
        said.add(new Said(chat, kind, text));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Activity working(ChatId chat) {
        activities.incrementAndGet();
        return activities::decrementAndGet;
    }

    @Override
    public Draft draft(ChatId chat) {
        RecordedDraft draft = new RecordedDraft();
        drafts.add(draft);
        return draft;
    }

    @Override
    public void react(ChatId chat, long messageId, Reaction reaction) {
        reactions.add(reaction);
    }

    public List<Reaction> reactions() {
        return reactions;
    }

    /** The drafts that were opened, in order. */
    public List<RecordedDraft> drafts() {
        return drafts;
    }

    /** A draft as it was written. */
    public static final class RecordedDraft implements Draft {

        private final List<String> headlines = new CopyOnWriteArrayList<>();
        private volatile String text = "";
        private volatile boolean closed;

        public List<String> headlines() {
            return headlines;
        }

        public String text() {
            return text;
        }

        public boolean isClosed() {
            return closed;
        }

        @Override
        public void headline(String line) {
            headlines.add(line);
        }

        @Override
        public synchronized void append(String markdown) {
            text += markdown;
        }

        @Override
        public void restart() {
            text = "";
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
