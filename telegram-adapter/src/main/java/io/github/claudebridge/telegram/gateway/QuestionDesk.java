package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.Chosen;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Question;
import io.github.claudebridge.telegram.journal.JournalException;
import io.github.claudebridge.telegram.journal.Questions;
import io.github.claudebridge.telegram.journal.StoredQuestion;
import io.github.claudebridge.telegram.journal.StoredQuestion.State;
import io.github.claudebridge.telegram.render.MarkdownRenderer;
import io.github.claudebridge.telegram.render.RenderedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks questions with buttons and judges the presses: a button counts for whom it was meant, and once. What a button carries is
 * made by chance and says nothing. Thread-safe.
 */
final class QuestionDesk {

    private static final Logger LOG = LoggerFactory.getLogger(QuestionDesk.class);

    private final Questions questions;
    private final Outbox outbox;

    private final MarkdownRenderer renderer = new MarkdownRenderer();

    QuestionDesk(Questions questions, Outbox outbox) {
        this.questions = questions;
        this.outbox = outbox;
    }

    CompletableFuture<Void> ask(ChatId chat, DeliveryKey key, Question question) {
        StoredQuestion asked;
        try {
            asked = questions.store(new StoredQuestion(
                    ButtonData.newToken(),
                    key.value(),
                    chat.value(),
                    chat.topic(),
                    QuestionJson.write(question),
                    State.OPEN));
        } catch (JournalException e) {
            return CompletableFuture.failedFuture(e);
        }
        List<MessageBody> messages = new ArrayList<>(messages(question));
        MessageBody last = messages.remove(messages.size() - 1);
        messages.add(last.withButtons(buttons(asked.token(), question)));
        return outbox.post(chat, key, messages, question.silent());
    }

    boolean relabel(DeliveryKey key, List<Choice> choices) {
        return revise(key, before -> before.with(choices));
    }

    boolean revise(DeliveryKey key, UnaryOperator<Question> change) {
        try {
            return questions
                    .ofKey(key.value())
                    .filter(stored -> revise(stored, change))
                    .isPresent();
        } catch (JournalException e) {
            LOG.error("A question was not changed: {}", e.getMessage());
            return false;
        }
    }

    private boolean revise(StoredQuestion stored, UnaryOperator<Question> change) {
        Question before = QuestionJson.read(stored.body());
        Question after = change.apply(before);
        if (after.choices().size() != before.choices().size()) {
            throw new IllegalArgumentException("A question keeps the number of its choices.");
        }
        if (!questions.rewrite(stored.key(), QuestionJson.write(after))) {
            return false;
        }
        List<MessageBody> messages = messages(after);
        MessageBody last = messages.get(messages.size() - 1).withButtons(buttons(stored.token(), after));
        edit(stored, DeliveryKey.random(), last);
        return true;
    }

    private void edit(StoredQuestion stored, DeliveryKey key, MessageBody message) {
        ChatId chat = new ChatId(stored.chatId(), stored.topicId());
        CompletableFuture<Void> unused = outbox.post(chat, key, List.of(message.editing(stored.key())), true);
    }

    boolean withdraw(DeliveryKey key, String note) {
        try {
            if (!questions.withdraw(key.value())) {
                return false;
            }
            questions.ofKey(key.value()).ifPresent(question -> close(question, note));
            return true;
        } catch (JournalException e) {
            LOG.error("A question was not withdrawn: {}", e.getMessage());
            return false;
        }
    }

    /**
     * What a press means.
     *
     * @param choice what was chosen; null if the press does not count
     * @param told what the person is shown in a moment; may be empty
     */
    record Verdict(@Nullable Chosen choice, String told) {}

    /** Judges a press; the same update gives the same verdict also after a restart. */
    Verdict judge(Incoming.Press press, long updateId) {
        Optional<ButtonData> data = ButtonData.read(press.data());
        Optional<StoredQuestion> found = data.flatMap(button -> questions.find(button.token()));
        if (data.isEmpty() || found.isEmpty()) {
            return new Verdict(null, "This question is too old.");
        }
        StoredQuestion stored = found.get();
        Question question = QuestionJson.read(stored.body());
        int index = data.get().choice();
        if (!question.askedOf().isEmpty() && !question.askedOf().contains(press.userId())) {
            return new Verdict(null, "Somebody else is asked.");
        }
        if (index >= question.choices().size()
                || !counts(stored, question.choices().get(index), index, updateId)) {
            return new Verdict(null, "This question is closed.");
        }
        Choice choice = question.choices().get(index);
        ChatId chat = new ChatId(stored.chatId(), stored.topicId());
        Chosen chosen = new Chosen(chat, new DeliveryKey(stored.key()), choice.id(), press.userId());
        if (choice.stays()) {
            return new Verdict(chosen, "");
        }
        boolean alone = press.userId() == stored.chatId();
        close(stored, "✓ " + choice.label() + (alone ? "" : " – " + press.userName()));
        return new Verdict(chosen, "");
    }

    private boolean counts(StoredQuestion stored, Choice choice, int index, long updateId) {
        return choice.stays() ? stored.state() == State.OPEN : questions.answer(stored.token(), index, updateId);
    }

    /** Takes the buttons away and says what became of the question, if there is room. */
    private void close(StoredQuestion stored, String note) {
        List<MessageBody> messages = messages(QuestionJson.read(stored.body()));
        RenderedMessage last = messages.get(messages.size() - 1).message();
        String text = last.text() + "\n\n" + note;
        RenderedMessage closed =
                text.length() <= RenderedMessage.MAX_LENGTH ? new RenderedMessage(text, last.entities()) : last;
        edit(stored, new DeliveryKey(stored.key()).with("closed"), MessageBody.of(closed));
    }

    private List<MessageBody> messages(Question question) {
        List<RenderedMessage> rendered = renderer.render(question.markdown());
        return (rendered.isEmpty() ? RenderedMessage.plain("?") : rendered)
                .stream().map(MessageBody::of).toList();
    }

    private static List<MessageBody.Button> buttons(String token, Question question) {
        return IntStream.range(0, question.choices().size())
                .mapToObj(index -> {
                    Choice choice = question.choices().get(index);
                    String style = choice.style() == Choice.Style.PLAIN
                            ? null
                            : choice.style().name().toLowerCase(Locale.ROOT);
                    return new MessageBody.Button(choice.label(), new ButtonData(token, index).text(), style);
                })
                .toList();
    }
}
