package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.ExitStatus;
import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.protocol.CliQuestion;
import io.github.claudebridge.process.protocol.ControlChannel;
import io.github.claudebridge.process.protocol.Message;
import io.github.claudebridge.process.protocol.MessageEncoder;
import io.github.claudebridge.process.transport.Connection;
import io.github.claudebridge.process.transport.Launch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A conversation with one CLI process that stays. */
public final class LiveClaude implements ClaudeProcess {

    private final ProcessSettings settings;
    private final Announcer announcer;
    private final Conversation conversation;
    private final PermissionDesk desk;
    private final MessageEncoder encoder = new MessageEncoder();
    private final CliRun run;
    private final ControlChannel control;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<ExitStatus> exit;

    private LiveClaude(ProcessSettings settings, Connection connection) {
        this.settings = settings;
        this.announcer = new Announcer(settings.listener());
        this.run = new CliRun(connection, this::message);
        this.control = new ControlChannel(run::write, SharedThreads.CALLBACKS);
        this.conversation = new Conversation(announcer, this::sendToCli, settings.sessionId(), settings.resume());
        this.desk = new PermissionDesk(
                settings.permissions(),
                settings.limits().permission(),
                announcer::error,
                conversation::decisionsWaiting);
        this.exit = run.ended().thenApply(this::ended);
    }

    /** Starts the CLI and waits until it is ready. */
    public static LiveClaude start(ProcessSettings settings) {
        Launch launch = new Launch(
                CommandLine.of(settings, settings.sessionId(), settings.resume()),
                settings.directory(),
                settings.environment());
        LiveClaude claude = new LiveClaude(settings, settings.transport().start(launch));
        claude.begin();
        return claude;
    }

    private void begin() {
        CompletableFuture<Void> unused = run.outputEnd().thenRunAsync(this::outputEnded, SharedThreads.CALLBACKS);
        run.begin(settings.threads());
        Duration limit = settings.limits().start();
        CompletableFuture<Json> ready =
                control.request("initialize", settings.options().initialization(), limit);
        if (settings.resume()) {
            askForCost(limit);
        }
        try {
            ready.join();
            conversation.ready();
        } catch (CompletionException e) {
            throw failedStart(e);
        }
    }

    private ClaudeException failedStart(CompletionException failure) {
        List<String> words = run.lastErrors();
        end(false);
        if (failure.getCause() instanceof ClaudeException known
                && !(known.error() instanceof ClaudeError.RequestTimeout)) {
            return known;
        }
        return new ClaudeException(
                new ClaudeError.StartTimeout(settings.limits().start(), words), failure);
    }

    private void askForCost(Duration limit) {
        CompletableFuture<Void> unused =
                control.request("get_usage", Map.of(), limit).thenAccept(this::baseline);
    }

    private void baseline(Json usage) {
        usage.get("session")
                .map(session -> session.number("total_cost_usd"))
                .ifPresent(total -> total.ifPresent(conversation::baselineCost));
    }

    private boolean sendToCli(Prompt prompt) {
        return run.write(encoder.userMessage(prompt.id(), prompt.content()));
    }

    private void message(Message message) {
        if (message instanceof Message.Event event) {
            conversation.accept(event.event());
        } else if (message instanceof Message.Ask ask) {
            answer(ask);
        } else if (message instanceof Message.Withdrawal withdrawal) {
            desk.withdraw(withdrawal.id());
        } else if (message instanceof Message.Reply reply) {
            control.granted(reply);
        } else if (message instanceof Message.Refusal refusal) {
            control.refused(refusal);
        }
    }

    private void answer(Message.Ask ask) {
        if (ask.question() instanceof CliQuestion.MayUseTool question) {
            CompletableFuture<Void> unused =
                    desk.ask(ask.id(), question.body()).thenAccept(body -> run.write(encoder.reply(ask.id(), body)));
        } else {
            run.write(encoder.refusal(ask.id(), "This host does not answer such requests"));
        }
    }

    private void outputEnded() {
        CompletableFuture.delayedExecutor(
                        settings.limits().closeStep().toMillis(), TimeUnit.MILLISECONDS, SharedThreads.CALLBACKS)
                .execute(() -> {
                    if (!run.ended().isDone() && !closing.get()) {
                        ClaudeError error = new ClaudeError.OutputClosed(run.lastErrors());
                        announcer.error(error);
                        conversation.end(error);
                        end(false);
                    }
                });
    }

    private ExitStatus ended(int code) {
        boolean requested = closing.get();
        List<String> words = run.lastErrors();
        ClaudeError error = requested ? null : ExitDiagnosis.of(code, words, settings.sessionId());
        ClaudeError end = error == null ? new ClaudeError.Closed() : error;
        desk.withdrawAll();
        control.close(end);
        if (error != null && conversation.status() != Status.CLOSED && (code != 0 || conversation.isOpen())) {
            announcer.error(error);
        }
        conversation.end(end);
        return new ExitStatus(code, requested, words, error);
    }

    @Override
    public Turn send(Prompt prompt) {
        return conversation.send(prompt);
    }

    @Override
    public UUID sessionId() {
        return conversation.sessionId();
    }

    @Override
    public boolean hasHistory() {
        return conversation.hasHistory();
    }

    @Override
    public long pid() {
        return run.connection().pid();
    }

    @Override
    public Status status() {
        return conversation.status();
    }

    @Override
    public CompletableFuture<ExitStatus> onExit() {
        return exit.copy();
    }

    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            try {
                conversation.awaitIdle(settings.limits().idleBeforeClose());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            end(true);
        } else {
            exit.copy().join();
        }
    }

    private void end(boolean listens) {
        closing.set(true);
        new Shutdown(run, control, settings.limits().closeStep()).perform(listens);
    }
}
