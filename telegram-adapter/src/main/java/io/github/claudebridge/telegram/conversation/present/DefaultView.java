package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.MessageStarted;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.telegram.conversation.Answer;
import io.github.claudebridge.telegram.conversation.TurnView;
import java.util.concurrent.CompletableFuture;

/** The answer as it is written, in a draft with what Claude does on its first line; then the answer as a message. Thread-safe. */
final class DefaultView implements TurnView {

    private final Stage stage;
    private final Story story;
    private final Board board;
    private final Ticking ticking;
    private boolean inFront;
    private boolean resting;
    private boolean closed;

    DefaultView(Stage stage) {
        this.stage = stage;
        this.story = stage.story();
        this.board = stage.board();
        this.inFront = stage.place().inFront();
        showOrHide();
        this.ticking = stage.everySoOften(this::tick);
    }

    @Override
    public synchronized void on(ClaudeEvent event) {
        story.on(event);
        if (event instanceof Output output && output.partial() && !output.isFromSubagent()) {
            board.append(output.text());
        } else if (event instanceof MessageStarted message && message.parentToolUseId() == null) {
            board.restart();
        }
        board.line(line());
    }

    @Override
    public synchronized void status(Status status) {
        story.work().status(status);
        resting = status == Status.WAITING_FOR_PERMISSION;
        showOrHide();
        board.line(line());
    }

    @Override
    public synchronized void inFront(boolean front) {
        inFront = front;
        showOrHide();
    }

    /** While a question is open, the question is what is to be seen. */
    private void showOrHide() {
        if (inFront && !resting && !closed) {
            board.show(line());
        } else {
            board.hide();
        }
    }

    private synchronized void tick() {
        board.line(line());
    }

    private String line() {
        return story.work().line(stage.now());
    }

    @Override
    public synchronized CompletableFuture<Void> end(TurnResult turn) {
        close();
        return story.say(turn, story.ending(turn), inFront, Answer.Size.FEW_MESSAGES);
    }

    @Override
    public synchronized void close() {
        closed = true;
        ticking.stop();
        board.hide();
    }
}
