package io.github.claudebridge.telegram.command;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Question;
import io.github.claudebridge.telegram.conversation.Words;
import io.github.claudebridge.telegram.conversation.words.ArchiveWords;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.Plain;
import io.github.claudebridge.telegram.conversation.words.ScriptWords;
import io.github.claudebridge.telegram.program.ProgramResult;
import io.github.claudebridge.telegram.program.ProgramRunner;
import io.github.claudebridge.telegram.program.RunningProgram;
import io.github.claudebridge.telegram.program.Script;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs a program of the host that its owner made a command, and shows what it prints. Thread-safe. */
public final class ScriptCommand implements Command {

    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final int LONGEST_SHOWN = 3_000;

    private final Reach reach;
    private final Script script;
    private final ProgramRunner runner;
    private final MadeFiles made;
    /** Names this run of the bot. */
    private final String run = UUID.randomUUID().toString();

    /**
     * @param runner runs the program
     */
    public ScriptCommand(Reach reach, Script script, ProgramRunner runner) {
        this.reach = reach;
        this.script = script;
        this.runner = runner;
        this.made = new MadeFiles(reach.store().home());
    }

    @Override
    public Manual manual() {
        String arguments = script.mostArguments() == 0 ? "" : "[arguments]";
        return Manual.of(script.name(), arguments, ScriptWords.summary(script.description(), script.name()));
    }

    @Override
    public Reply run(CommandCall call) {
        List<String> words = call.words(Integer.MAX_VALUE, manual());
        if (words.size() > script.mostArguments()) {
            throw new Refusal(ScriptWords.tooMany(script.name(), script.mostArguments()));
        }
        if (!reach.decisions().once(call.key().value(), () -> run).equals(run)) {
            return Reply.say(ScriptWords.cutOff(script.name()));
        }
        return Reply.soon(CompletableFuture.supplyAsync(() -> start(call, words), reach.work())
                .thenCompose(RunningProgram::result)
                .thenApplyAsync(result -> shown(result, call.key()), reach.work()));
    }

    private RunningProgram start(CommandCall call, List<String> words) {
        DeliveryKey key = call.key().in(script.name() + "/stop");
        RunningProgram program =
                runner.start(script.program(), words, reach.store().home());
        reach.programs().add(call.chat(), key, program);
        Chat.Activity working = reach.chat().working(call.chat());
        CompletableFuture.delayedExecutor(SHORT.toMillis(), TimeUnit.MILLISECONDS, reach.work())
                .execute(() -> offerStop(call, key, program));
        CompletableFuture<ProgramResult> unused = program.result().whenComplete((result, failure) -> {
            working.close();
            boolean unusedOpen = reach.chat().withdraw(key, ArchiveWords.DONE);
        });
        return program;
    }

    private void offerStop(CommandCall call, DeliveryKey key, RunningProgram program) {
        if (!program.result().isDone()) {
            Question question = new Question(
                    Plain.text(ScriptWords.runs(script.name())),
                    List.of(new Choice("stop", Words.STOP, Choice.Style.DANGER)),
                    call.person());
            CompletableFuture<Void> unused = reach.chat().ask(call.chat(), key, question.quietly());
        }
    }

    private Reply shown(ProgramResult result, DeliveryKey key) {
        String output = ScriptWords.printable(result.output());
        String ending = ending(result);
        if (output.isBlank()) {
            return Reply.say(ending.isEmpty() ? ScriptWords.NOTHING : ending);
        }
        if (output.length() <= LONGEST_SHOWN) {
            return Reply.show(ScriptWords.block(output) + (ending.isEmpty() ? "" : "\n\n" + Plain.text(ending)));
        }
        byte[] bytes = (reach.chat().masked(output) + (ending.isEmpty() ? "" : "\n\n" + ending))
                .getBytes(StandardCharsets.UTF_8);
        return Reply.file(
                made.make(key, script.name() + ".txt", out -> out.write(bytes)).asDocument());
    }

    private static String ending(ProgramResult result) {
        return switch (result.ending()) {
            case EXITED -> result.exit() == 0 ? "" : ScriptWords.failed(result.exit());
            case TIMED_OUT -> ScriptWords.timedOut();
            case STOPPED -> ScriptWords.stopped();
            case FLOODED -> ScriptWords.flooded();
            case NOT_STARTED -> ScriptWords.notStarted();
        };
    }

    @Override
    public Reply chosen(Press press) {
        return reach.working(() -> {
            reach.programs().stop(press.question());
            return Reply.NOTHING;
        });
    }
}
