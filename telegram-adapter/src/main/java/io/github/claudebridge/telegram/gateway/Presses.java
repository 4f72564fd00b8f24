package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChoiceHandler;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Takes presses of buttons: judges them, tells the person's client at once, and hands on those that count. */
final class Presses {

    private static final Logger LOG = LoggerFactory.getLogger(Presses.class);

    private final QuestionDesk desk;
    private final TelegramClient client;
    private final ChoiceHandler handler;
    private final Stops stops;

    Presses(QuestionDesk desk, TelegramClient client, ChoiceHandler handler, Stops stops) {
        this.desk = desk;
        this.client = client;
        this.handler = handler;
        this.stops = stops;
    }

    CompletableFuture<Handled> take(Incoming.Press press, DeliveryKey key, long updateId) {
        Optional<Integer> draft = Stops.draft(press.data());
        if (draft.isPresent()) {
            tell(press.queryId(), "");
            return stops.take(draft.get(), press.userId(), key);
        }
        QuestionDesk.Verdict verdict = desk.judge(press, updateId);
        tell(press.queryId(), verdict.told());
        return verdict.choice() == null
                ? CompletableFuture.completedFuture(Handled.FAILED)
                : handler.chosen(verdict.choice());
    }

    /** Until it is told, the client shows the button as busy. Cosmetic: a press that is too old cannot be told any more. */
    private void tell(String queryId, String text) {
        try {
            Future<?> unused = client.executeAsync(Wire.answerPress(queryId, text))
                    .whenComplete((told, failure) -> {
                        if (failure != null) {
                            LOG.debug("The press of a button was not confirmed.");
                        }
                    });
        } catch (TelegramApiException | RuntimeException e) {
            LOG.debug("The press of a button was not confirmed.");
        }
    }
}
