package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.telegram.conversation.Answer;
import io.github.claudebridge.telegram.conversation.TurnView;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A view with a board that is seen while Claude works, unless that is over quickly, and never while a question is open or the chat talks
 * to another session. Thread-safe.
 */
abstract class BoardView implements TurnView {

    private final Stage stage;
    private final Story story;
    private final Board board;
    private final Answer.Size size;
    private final Runnable callOff;
    private final Ticking ticking;
    private boolean inFront;
    private boolean due;
    private boolean resting;
    private boolean closed;

    /**
     * @param quick a turn that takes no longer shows nothing but its answer
     * @param size how much of the answer is shown
     */
    BoardView(Stage stage, Duration quick, Answer.Size size) {
        this.stage = stage;
        this.story = stage.story();
        this.board = stage.board();
        this.size = size;
        this.inFront = stage.place().inFront();
        this.callOff = stage.timers().after(quick, this::due);
        this.ticking = stage.everySoOften(this::tick);
    }

    /** Changes the text on the board. */
    abstract void draw(ClaudeEvent event, Board onBoard);

    /** What is said at the end of the turn. */
    Ending ending(TurnResult turn) {
        return story.ending(turn);
    }

    Story story() {
        return story;
    }

    private synchronized void due() {
        due = true;
        look();
    }

    private synchronized void tick() {
        look();
    }

    private void look() {
        board.line(story.work().line(stage.now()));
        if (due && inFront && !resting && !closed) {
            board.show();
        } else {
            board.hide();
        }
    }

    @Override
    public final synchronized void on(ClaudeEvent event) {
        story.on(event);
        draw(event, board);
        look();
    }

    @Override
    public final synchronized void status(Status status) {
        story.work().status(status);
        resting = status == Status.WAITING_FOR_PERMISSION;
        look();
    }

    @Override
    public final synchronized void inFront(boolean front) {
        inFront = front;
        look();
    }

    @Override
    public final synchronized CompletableFuture<Void> end(TurnResult turn) {
        close();
        return story.say(turn, ending(turn), inFront, size);
    }

    @Override
    public final synchronized void close() {
        closed = true;
        callOff.run();
        ticking.stop();
        board.hide();
    }
}
