package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.ResultMessage;
import io.github.claudebridge.process.event.SessionInit;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.protocol.ControlChannel;
import io.github.claudebridge.process.protocol.Message;
import io.github.claudebridge.process.protocol.MessageEncoder;
import io.github.claudebridge.process.transport.Connection;
import io.github.claudebridge.process.transport.Launch;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** A CLI that has been started: the run itself, our requests to it, and its questions to us. Thread-safe. */
final class Cli {

    private final ProcessSettings settings;
    private final CliRun run;
    private final ControlChannel control;
    private final Desk desk;
    private final ObjIntConsumer<ClaudeEvent> events;
    private final MessageEncoder encoder = new MessageEncoder();
    private final AtomicBoolean prompted = new AtomicBoolean();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicReference<@Nullable ClaudeError> fault = new AtomicReference<>();
    private final CompletableFuture<CliEnd> ended;

    private Cli(ProcessSettings settings, Connection connection, Desk desk, ObjIntConsumer<ClaudeEvent> events) {
        this.settings = settings;
        this.desk = desk;
        this.events = events;
        this.run = new CliRun(connection, this::message);
        this.control = new ControlChannel(run::write, SharedThreads.CALLBACKS);
        this.ended = run.ended().thenApply(this::ended);
    }

    /**
     * Starts a CLI and returns while it gets ready.
     *
     * @param sessionId the session
     * @param resume whether the session has a history
     * @param desk answers the CLI's questions
     * @param events takes what happens and the length of the line it came with, on the thread that reads; must not wait
     */
    static Cli start(
            ProcessSettings settings, UUID sessionId, boolean resume, Desk desk, ObjIntConsumer<ClaudeEvent> events) {
        Launch launch =
                new Launch(CommandLine.of(settings, sessionId, resume), settings.directory(), settings.environment());
        Connection connection = settings.transport().start(launch);
        try {
            Cli cli = new Cli(settings, connection, desk, events);
            cli.begin();
            return cli;
        } catch (Throwable failure) {
            connection.killTree();
            throw failure;
        }
    }

    private void begin() {
        CompletableFuture<Void> unused = run.disconnected()
                .thenRunAsync(
                        this::watchDisconnected,
                        CompletableFuture.delayedExecutor(
                                settings.limits().closeStep().toMillis(),
                                TimeUnit.MILLISECONDS,
                                SharedThreads.CALLBACKS));
        run.begin(settings.threads());
    }

    /** Nobody can talk with a CLI that lives on without an input or an output. */
    private void watchDisconnected() {
        if (!run.ended().isDone() && !ending.get()) {
            fault.set(new ClaudeError.Disconnected(run.lastErrors()));
            end(false);
        }
    }

    /** Waits until the CLI is ready. */
    Json awaitReady() {
        Duration limit = settings.limits().start();
        try {
            return control.request("initialize", desk.initialization(settings), limit)
                    .thenApply(Versions::check)
                    .join();
        } catch (CompletionException e) {
            throw failedStart(e, limit, run.lastErrors());
        }
    }

    private static ClaudeException failedStart(CompletionException failure, Duration limit, List<String> words) {
        if (failure.getCause() instanceof ClaudeException known
                && !(known.error() instanceof ClaudeError.RequestTimeout)) {
            return known;
        }
        return new ClaudeException(new ClaudeError.StartTimeout(limit, words), failure);
    }

    private void message(Message message, int bytes) {
        if (message instanceof Message.Event event) {
            if (!isFailureToStart(event.event())) {
                observe(event.event());
                desk.heard(event.event());
                events.accept(event.event(), bytes);
            }
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

    /** Older CLIs tell their version only when the session begins. */
    private void observe(ClaudeEvent event) {
        if (event instanceof SessionInit init && begun.compareAndSet(false, true)) {
            ClaudeError unfit = Versions.problem(init.version());
            if (unfit != null) {
                fault.set(unfit);
                SharedThreads.CALLBACKS.execute(() -> end(false));
            }
        }
    }

    /** Before the first prompt a CLI reports only why it will not start; its exit tells the same. */
    private boolean isFailureToStart(ClaudeEvent event) {
        return event instanceof ResultMessage report && report.origin() == null && !prompted.get();
    }

    /** Whatever happens on the way, something is said: the CLI waits for an answer without a limit. */
    private void answer(Message.Ask ask) {
        CompletableFuture<Void> unused = desk.answer(ask.id(), ask.question())
                .thenApply(answer -> answer.isPresent()
                        ? encoder.reply(ask.id(), answer.get())
                        : encoder.refusal(ask.id(), "This host does not answer such requests"))
                .exceptionally(failure -> {
                    desk.failed(ask.question(), failure);
                    return encoder.refusal(ask.id(), "This host could not answer");
                })
                .thenAccept(line -> {
                    if (!run.write(line)) {
                        desk.unheard();
                    }
                });
    }

    private CliEnd ended(int code) {
        CliEnd end = new CliEnd(code, ending.get(), fault.get(), begun.get(), run.lastErrors());
        desk.withdrawAll();
        control.close(end.error(settings.origin()));
        return end;
    }

    /** Sends a prompt without waiting; false when it cannot be taken. */
    boolean send(OpenTurn turn) {
        prompted.set(true);
        boolean taken = run.write(turn.line());
        if (taken) {
            turn.handedOver();
        }
        return taken;
    }

    CompletableFuture<Json> request(String subtype, Map<String, ?> fields) {
        if (ending.get()) {
            return CompletableFuture.failedFuture(new ClaudeException(new ClaudeError.Closed()));
        }
        return control.request(
                subtype, new LinkedHashMap<>(fields), settings.limits().request());
    }

    /** No more prompts will come; the CLI ends when it has done what it has. */
    void closeInput() {
        ending.set(true);
        run.closeInput();
    }

    /**
     * Ends it, and returns when it is gone or nothing has helped.
     *
     * @param listens whether it is worth asking it first
     * @return whether it is gone
     */
    boolean end(boolean listens) {
        ending.set(true);
        return new Shutdown(run, control, settings.limits().closeStep()).perform(listens);
    }

    long pid() {
        return run.connection().pid();
    }

    /** Completes when it has ended. Never completes exceptionally. */
    CompletableFuture<CliEnd> ended() {
        return ended;
    }
}
