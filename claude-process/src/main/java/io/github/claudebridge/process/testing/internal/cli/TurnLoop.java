package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs one turn after the other for as long as messages come. */
final class TurnLoop {
    private final Program program;
    private volatile @Nullable Turn current;
    private int results;

    TurnLoop(Program program) {
        this.program = program;
    }

    /** Runs until the inbox is closed and empty. */
    void run() throws IOException, InterruptedException {
        List<Prompt> prompts = program.inbox().take();
        while (!prompts.isEmpty()) {
            run(prompts);
            program.misbehaviour().afterResult();
            program.inbox().turnEnded();
            prompts = program.inbox().take();
        }
    }

    /**
     * Stops the running turn, if there is one.
     *
     * @param byNextMessage whether a message replaces it
     */
    void interrupt(boolean byNextMessage) {
        current().ifPresent(turn -> turn.cancellation().cancel(byNextMessage));
    }

    /** Stops the tools of the running turn, and waits for them to say so; nothing more comes of the turn. */
    void stopTools() {
        current().ifPresent(Turn::stopTools);
    }

    /** The running turn. */
    Optional<Turn> current() {
        return Optional.ofNullable(current);
    }

    private void run(List<Prompt> prompts) throws IOException, InterruptedException {
        Turn turn = new Turn(program, prompts);
        current = turn;
        program.session().accounts().startTurn();
        Outcome outcome = turn.run();
        current = null;
        program.session().noteResult(outcome.failed());
        turn.folded().forEach(prompt -> program.events().lifecycle(prompt, "completed"));
        program.events().result(result(outcome, turn, prompts));
        prompts.forEach(
                prompt -> program.events().lifecycle(prompt, outcome.wasCutShort() ? "cancelled" : "completed"));
    }

    private JsonObject result(Outcome outcome, Turn turn, List<Prompt> prompts) {
        Accounts accounts = program.session().accounts();
        JsonObject line = outcome.line()
                .with("num_turns", outcome.reason() == null ? 0 : turn.messages())
                .with("duration_ms", 1)
                .with("duration_api_ms", 1)
                .with("total_cost_usd", accounts.dollars())
                .with("usage", accounts.turnUsage())
                .with("modelUsage", accounts.modelUsage())
                .with("permission_denials", turn.denials());
        if (!prompts.get(0).asked()) {
            line.with("origin", JsonObject.of("kind", "task-notification"));
        }
        if (program.version().isTalkative()) {
            List<String> ids = ids(prompts, turn.folded());
            if (!ids.isEmpty()) {
                line.with("user_message_uuid", ids.get(ids.size() - 1)).with("user_message_uuids", ids);
            }
            line.with("queued_turn_count", program.inbox().waitingIds().size()).with("result_index", results++);
        }
        return line;
    }

    private static List<String> ids(List<Prompt> prompts, List<Prompt> folded) {
        List<String> ids = new ArrayList<>();
        Stream.concat(prompts.stream(), folded.stream()).forEach(prompt -> {
            if (prompt.uuid() != null) {
                ids.add(prompt.uuid());
            }
        });
        return ids;
    }
}
