package io.github.claudebridge.telegram.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.journal.JournalException;
import io.github.claudebridge.telegram.journal.Outgoing;
import io.github.claudebridge.telegram.journal.OutgoingMessage;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Sends one message of the journal and notes there what becomes of it. */
final class StoredErrand implements Errand {

    private static final Logger LOG = LoggerFactory.getLogger(StoredErrand.class);

    private final OutgoingMessage stored;
    private final Outgoing outgoing;
    private final Runnable settled;
    private Optional<MessageBody> body;

    /**
     * @param settled run when nothing is left to do for the message
     */
    StoredErrand(OutgoingMessage stored, Outgoing outgoing, Runnable settled) {
        this.stored = stored;
        this.outgoing = outgoing;
        this.settled = settled;
        this.body = read(stored);
    }

    private static Optional<MessageBody> read(OutgoingMessage stored) {
        try {
            return Optional.of(MessageBody.read(stored.body()));
        } catch (JsonProcessingException e) {
            LOG.error("The stored message {} cannot be read and is left out.", stored.id());
            return Optional.empty();
        }
    }

    @Override
    public ChatId chat() {
        return new ChatId(stored.chatId(), stored.topicId());
    }

    @Override
    public Optional<BotApiMethod<?>> call() {
        Optional<BotApiMethod<?>> call = body.flatMap(this::call);
        if (call.isPresent()) {
            note(() -> outgoing.inFlight(stored.id()));
        } else {
            refused("there is nothing to send");
        }
        return call;
    }

    private Optional<BotApiMethod<?>> call(MessageBody message) {
        String edits = message.edits();
        if (edits == null) {
            return Optional.of(Wire.sendMessage(chat(), message, stored.silent()));
        }
        OptionalLong target = outgoing.messageId(edits);
        return target.isPresent()
                ? Optional.of(Wire.editMessage(chat(), target.getAsLong(), message))
                : Optional.empty();
    }

    @Override
    public void repeated() {
        note(() -> outgoing.repeated(stored.id()));
    }

    @Override
    public void done(Object result) {
        long messageId = result instanceof Message message ? message.getMessageId() : 0;
        settle(() -> outgoing.sent(stored.id(), messageId));
    }

    @Override
    public boolean refused(String reason) {
        boolean formatted =
                body.filter(form -> !form.message().entities().isEmpty()).isPresent();
        if (formatted) {
            body = body.map(MessageBody::plain);
        } else {
            settle(() -> outgoing.refused(stored.id(), reason));
        }
        return formatted;
    }

    @Override
    public void impossible(String reason) {
        settle(() -> outgoing.refused(stored.id(), reason));
    }

    private void settle(Runnable change) {
        note(change);
        settled.run();
    }

    /** What cannot be noted is done all the same: at worst it is done again after the next start. */
    private static void note(Runnable change) {
        try {
            change.run();
        } catch (JournalException e) {
            LOG.error("A delivery could not be noted: {}", e.getMessage());
        }
    }
}
