package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.ToolResult;
import io.github.claudebridge.telegram.conversation.Answer;
import io.github.claudebridge.telegram.conversation.TurnView;
import io.github.claudebridge.telegram.conversation.words.Plain;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Nothing for quick turns, then a card with what Claude does; at the end as much as fits on a screen. Thread-safe. */
final class SmartView implements TurnView {

    private static final Duration QUICK = Duration.ofSeconds(10);
    private static final int STEPS = 5;

    private final Stage stage;
    private final Story story;
    private final Board card;
    private final Runnable callOff;
    private final Ticking ticking;
    private boolean inFront;
    private boolean due;
    private boolean resting;
    private boolean closed;

    SmartView(Stage stage) {
        this.stage = stage;
        this.story = stage.story();
        this.card = stage.board();
        this.inFront = stage.place().inFront();
        this.callOff = stage.timers().after(QUICK, this::due);
        this.ticking = stage.everySoOften(this::tick);
    }

    private synchronized void due() {
        due = true;
        showOrHide();
    }

    private void showOrHide() {
        if (!due || !inFront || resting || closed) {
            card.hide();
        } else if (!card.isShown()) {
            card.show(line());
            list();
        }
    }

    @Override
    public synchronized void on(ClaudeEvent event) {
        story.on(event);
        card.line(line());
        if (event instanceof ToolResult) {
            list();
        }
    }

    /** The last things that were done. */
    private void list() {
        List<Steps.Step> done = story.work().steps().done();
        card.restart();
        done.stream()
                .skip(Math.max(0, done.size() - STEPS))
                .map(step -> (step.failed() ? "✗ " : "✓ ") + Plain.text(step.done()) + "  \n")
                .forEach(card::append);
    }

    private synchronized void tick() {
        card.line(line());
    }

    private String line() {
        return story.work().line(stage.now());
    }

    @Override
    public synchronized void status(Status status) {
        story.work().status(status);
        resting = status == Status.WAITING_FOR_PERMISSION;
        showOrHide();
    }

    @Override
    public synchronized void inFront(boolean front) {
        inFront = front;
        showOrHide();
    }

    @Override
    public synchronized CompletableFuture<Void> end(TurnResult turn) {
        close();
        return story.say(turn, story.ending(turn), inFront, Answer.Size.ONE_SCREEN);
    }

    @Override
    public synchronized void close() {
        closed = true;
        callOff.run();
        ticking.stop();
        card.hide();
    }
}
