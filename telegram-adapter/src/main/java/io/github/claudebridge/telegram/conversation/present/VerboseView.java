package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.telegram.conversation.Answer;
import io.github.claudebridge.telegram.conversation.TurnView;
import io.github.claudebridge.telegram.conversation.words.TurnWords;
import java.util.concurrent.CompletableFuture;

/** Everything as it is final, and a line at the end. Thread-safe. */
final class VerboseView implements TurnView {

    private final Stage stage;
    private final Story story;
    private final Transcript transcript;
    private boolean inFront;
    /** Whether all that was said could be read; what a session says while the chat talks to another is not. */
    private boolean complete;

    VerboseView(Stage stage) {
        this.stage = stage;
        this.story = stage.story();
        this.transcript = new Transcript(stage.chat(), stage.timers(), stage.place());
        this.inFront = stage.place().inFront();
        this.complete = inFront;
    }

    @Override
    public synchronized void on(ClaudeEvent event) {
        story.on(event);
        if (inFront) {
            Parts.of(event, story.work().steps()).ifPresent(transcript::add);
        }
    }

    @Override
    public synchronized void status(Status status) {
        story.work().status(status);
        if (status == Status.WAITING_FOR_PERMISSION) {
            transcript.flush();
        }
    }

    @Override
    public synchronized void inFront(boolean front) {
        inFront = front;
        complete = complete && front;
    }

    @Override
    public synchronized CompletableFuture<Void> end(TurnResult turn) {
        close();
        Ending ending = story.ending(turn);
        boolean wasRead = complete && ending.kind() == Ending.Kind.ANSWER && transcript.endsWith(ending.text());
        return wasRead
                ? stage.chat()
                        .answer(
                                stage.place().chat(),
                                stage.place().key(),
                                TurnWords.closing(Details.summary(turn, story.work())))
                : story.say(turn, ending, inFront, Answer.Size.WHOLE);
    }

    @Override
    public synchronized void close() {
        transcript.flush();
    }
}
