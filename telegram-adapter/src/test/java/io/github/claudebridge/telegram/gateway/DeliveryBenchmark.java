package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Draft;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.journal.Journal;
import io.github.claudebridge.telegram.redact.Redactor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/**
 * How long the bot itself takes: from an update that it is handed to a conversation that may begin (stored, read, and noted as begun on
 * the disk), and from an answer to the request on the wire (rendered, masked and stored). Alone, and while drafts stream.
 */
public final class DeliveryBenchmark {

    private static final int WARM_UP = 300;
    private static final int ROUNDS = 1_000;
    private static final int STREAMS = 50;
    private static final String ANSWER =
            "It is **done**: see `config.json`.\n\n- one\n- two\n\n```java\nint a = 1;\n```\n";

    private DeliveryBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        try (BenchServer server = new BenchServer();
                Journal journal =
                        Journal.open(folder.resolve("journal-" + System.nanoTime() + ".db"), Clock.systemUTC());
                TelegramGateway gateway =
                        new TelegramGateway(server.settings(), journal, Redactor.of(List.of(BenchServer.TOKEN)))) {
            measure("alone", server, journal, gateway);
            List<Draft> drafts = new ArrayList<>();
            ScheduledExecutorService writers = Executors.newScheduledThreadPool(2);
            for (int i = 0; i < STREAMS; i++) {
                Draft draft = gateway.chat().draft(new ChatId(1_000 + i));
                drafts.add(draft);
                Future<?> unused = writers.scheduleAtFixedRate(
                        () -> draft.append("some **words** of an answer "), i, 50, TimeUnit.MILLISECONDS);
            }
            measure(STREAMS + " streams", server, journal, gateway);
            writers.shutdownNow();
            drafts.forEach(Draft::close);
        }
    }

    private static void measure(String name, BenchServer server, Journal journal, TelegramGateway gateway)
            throws Exception {
        SynchronousQueue<Long> begun = new SynchronousQueue<>();
        try (UpdateIntake intake = intake(journal, gateway, begun)) {
            for (int round = 0; round < WARM_UP; round++) {
                update(intake, begun);
                answer(server, gateway.chat());
            }
            long[] in = new long[ROUNDS];
            long[] out = new long[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                in[round] = update(intake, begun);
                out[round] = answer(server, gateway.chat());
            }
            print(name, "update -> conversation", in);
            print(name, "answer -> wire", out);
        }
    }

    private static UpdateIntake intake(Journal journal, TelegramGateway gateway, SynchronousQueue<Long> begun) {
        return gateway.intake(
                Set.of(7L),
                (message, key) -> {
                    journal.prompts().accept(key.value(), "work", 7, 0, message.text());
                    try {
                        begun.put(System.nanoTime());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return CompletableFuture.completedFuture(Handled.DONE);
                },
                chosen -> CompletableFuture.completedFuture(Handled.DONE));
    }

    private static long number;

    private static long update(UpdateIntake intake, SynchronousQueue<Long> begun) throws InterruptedException {
        long id = ++number;
        String json = """
                {"update_id":%d,"message":{"message_id":%d,"from":{"id":7},"chat":{"id":7,"type":"private"},"text":"fix it"}}""".formatted(id, id);
        long begin = System.nanoTime();
        intake.receive(Map.of(id, json));
        return begun.take() - begin;
    }

    private static long answer(BenchServer server, Chat chat) throws Exception {
        String mark = "mark-" + ++number;
        long begin = System.nanoTime();
        CompletableFuture<Void> delivery = chat.answer(new ChatId(7), DeliveryKey.random(), ANSWER + mark);
        long took = server.arrival(mark) - begin;
        delivery.get(10, TimeUnit.SECONDS);
        return took;
    }

    private static void print(String name, String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-12s %-24s p50 %.2f ms  p95 %.2f ms%n",
                name,
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 95 / 100] / 1e6);
    }
}
