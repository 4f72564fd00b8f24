package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.Answer;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Draft;
import io.github.claudebridge.telegram.conversation.FileToSend;
import io.github.claudebridge.telegram.conversation.Question;
import io.github.claudebridge.telegram.conversation.Reaction;
import io.github.claudebridge.telegram.redact.Redactor;
import io.github.claudebridge.telegram.render.RenderedMessage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The chats of one Telegram bot. Secrets are masked before a text is split, so that none is cut in two and missed. */
final class TelegramChat implements Chat {

    private final Outbox outbox;
    private final QuestionDesk desk;
    private final Typing typing;
    private final Drafts drafts;
    private final Sender sender;
    private final Redactor redactor;

    TelegramChat(Outbox outbox, QuestionDesk desk, Typing typing, Drafts drafts, Sender sender, Redactor redactor) {
        this.outbox = outbox;
        this.desk = desk;
        this.typing = typing;
        this.drafts = drafts;
        this.sender = sender;
        this.redactor = redactor;
    }

    @Override
    public CompletableFuture<Void> answer(ChatId chat, DeliveryKey key, Answer answer) {
        return outbox.post(chat, key, AnswerBodies.of(answer, redactor), !answer.rings());
    }

    @Override
    public CompletableFuture<Void> failure(ChatId chat, DeliveryKey key, String text) {
        return post(chat, key, RenderedMessage.plain(redactor.clean(text)), false);
    }

    @Override
    public CompletableFuture<Void> notice(ChatId chat, DeliveryKey key, String text) {
        return post(chat, key, RenderedMessage.plain(redactor.clean(text)), true);
    }

    private CompletableFuture<Void> post(ChatId chat, DeliveryKey key, List<RenderedMessage> messages, boolean silent) {
        return outbox.post(chat, key, messages.stream().map(MessageBody::of).toList(), silent);
    }

    @Override
    public CompletableFuture<Void> files(ChatId chat, DeliveryKey key, List<FileToSend> files, String caption) {
        return outbox.post(chat, key, FileBodies.of(files, redactor.clean(caption)), true);
    }

    @Override
    public CompletableFuture<Void> text(ChatId chat, DeliveryKey key, String name, String content) {
        MessageBody file = MessageBody.of(new RenderedMessage("", List.of()))
                .withFiles(List.of(MessageBody.BodyFile.ofText(name, redactor.clean(content))));
        return outbox.post(chat, key, List.of(file), true);
    }

    @Override
    public String masked(String text) {
        return redactor.clean(text);
    }

    @Override
    public Optional<DeliveryKey> keyOf(ChatId chat, long messageId) {
        return outbox.keyOf(chat, messageId);
    }

    @Override
    public boolean hasSaid(DeliveryKey key) {
        return outbox.hasSaid(key);
    }

    @Override
    public CompletableFuture<Void> ask(ChatId chat, DeliveryKey key, Question question) {
        return desk.ask(chat, key, question.saying(redactor.clean(question.markdown())));
    }

    @Override
    public boolean relabel(DeliveryKey key, List<Choice> choices) {
        return desk.relabel(key, choices);
    }

    @Override
    public boolean revise(DeliveryKey key, Question question) {
        Question masked = question.saying(redactor.clean(question.markdown()));
        return desk.revise(key, before -> masked);
    }

    @Override
    public boolean withdraw(DeliveryKey key, String note) {
        return desk.withdraw(key, note);
    }

    @Override
    public Activity working(ChatId chat) {
        return typing.in(chat);
    }

    @Override
    public Draft draft(ChatId chat) {
        return drafts.open(chat);
    }

    @Override
    public void react(ChatId chat, long messageId, Reaction reaction) {
        sender.submit(new ReactionErrand(chat, messageId, reaction));
    }
}
