package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.event.ApiFailure;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.CompactBoundary;
import io.github.claudebridge.process.event.ConversationReset;
import io.github.claudebridge.process.event.TaskFinished;
import io.github.claudebridge.telegram.conversation.Answer;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.TurnPlace;
import io.github.claudebridge.telegram.conversation.words.Plain;
import io.github.claudebridge.telegram.conversation.words.TurnWords;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What every view knows of its turn, and how all of them say its end. Not thread-safe. */
final class Story {

    private final Chat chat;
    private final TurnPlace place;
    private final Remarks remarks;
    private final Work work;
    private final LastText lastText = new LastText();
    private @Nullable CompactBoundary compacted;
    private @Nullable String taskThatEnded;
    private boolean cleared;
    private String apiError = "";

    Story(Chat chat, TurnPlace place, Limits limits, Instant began) {
        this.chat = chat;
        this.place = place;
        this.remarks = new Remarks(chat, place, limits);
        this.work = new Work(began);
    }

    Work work() {
        return work;
    }

    void on(ClaudeEvent event) {
        work.on(event);
        lastText.on(event);
        remarks.on(event);
        if (event instanceof CompactBoundary boundary) {
            compacted = boundary;
        } else if (event instanceof ConversationReset) {
            cleared = true;
        } else if (event instanceof ApiFailure failure) {
            apiError = failure.error();
        } else if (event instanceof TaskFinished task) {
            taskThatEnded = task.summary();
        }
    }

    Ending ending(TurnResult turn) {
        String text = lastText.of(turn);
        return Ending.of(turn, text.isBlank() && cleared ? TurnWords.CLEARED : text, compacted, apiError);
    }

    /** Says the end of the turn. */
    CompletableFuture<Void> say(TurnResult turn, Ending ending, boolean inFront, Answer.Size size) {
        String text = headed(ending, inFront);
        return switch (ending.kind()) {
            case ANSWER -> chat.answer(place.chat(), place.key(), answer(text, turn, size));
            case QUIET_ANSWER ->
                chat.answer(place.chat(), place.key(), answer(text, turn, size).silent());
            case NOTICE -> chat.notice(place.chat(), place.key(), text);
            case FAILURE -> chat.failure(place.chat(), place.key().with("failed"), text);
        };
    }

    private Answer answer(String text, TurnResult turn, Answer.Size size) {
        return Answer.of(text).in(size).to(place.replyTo()).withDetails(Details.of(turn, work));
    }

    /** With the name of the session, if the chat talks to another, and why it is said, if nobody asked. */
    private String headed(Ending ending, boolean inFront) {
        boolean markdown = ending.kind() == Ending.Kind.ANSWER || ending.kind() == Ending.Kind.QUIET_ANSWER;
        StringBuilder text = new StringBuilder();
        if (!inFront) {
            text.append(heading(TurnWords.from(place.session().value()), markdown));
        }
        if (!place.asked()) {
            text.append(heading(TurnWords.unasked(taskThatEnded), markdown));
        }
        return text.append(ending.text()).toString();
    }

    private static String heading(String text, boolean markdown) {
        return (markdown ? "**" + Plain.text(text) + "**" : text) + "\n\n";
    }
}
