package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Draft;
import io.github.claudebridge.telegram.testing.Call;
import io.github.claudebridge.telegram.testing.ChatAction;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.Fault;
import io.github.claudebridge.telegram.testing.RateModel;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Turns that stream and end with an answer, in private chats and a group, on a day on which much goes wrong. */
final class SimulatedDay implements AutoCloseable {

    private static final long GROUP = -1_001;
    private static final List<Long> CHATS = List.of(7L, 8L, GROUP);

    /** A turn; what happened in it. */
    record Turn(long chat, Instant begin, Instant end, String answer) {}

    private final Path folder;
    private final Random random;
    private final SimulatedLoop loop = new SimulatedLoop();
    private final List<Turn> turns = new ArrayList<>();
    private final List<Instant> troubles = new ArrayList<>();
    private final FakeTelegram telegram;
    private Simulation bot;

    SimulatedDay(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
        this.telegram = FakeTelegram.builder()
                .clock(loop.clock())
                .rateModel(RateModel.likeTelegram())
                .strict()
                .start();
        telegram.user(7, "Ann").sends("/start");
        telegram.user(8, "Bob").sends("/start");
        telegram.supergroup(GROUP, "Team");
        this.bot = new Simulation(folder, loop, telegram);
    }

    void run(Duration length) {
        Instant end = loop.now().plus(length);
        while (loop.now().isBefore(end)) {
            switch (random.nextInt(6)) {
                case 0 -> refuse();
                case 1 -> outage();
                case 2 -> restart();
                default -> loop.pass(Duration.ofSeconds(random.nextInt(900)));
            }
            turn();
        }
        loop.pass(Duration.ofHours(1));
    }

    private void refuse() {
        String method = List.of("sendMessage", "sendMessageDraft", "editMessageText", "sendChatAction")
                .get(random.nextInt(4));
        telegram.faults()
                .on(method)
                .times(1 + random.nextInt(2))
                .fail(Fault.Refused.retryAfter(5 + random.nextInt(200)));
        trouble();
    }

    private void outage() {
        trouble();
        telegram.faults().on("*").always().fail(random.nextBoolean() ? new Fault.BadGateway() : new Fault.CutBefore());
        turn();
        telegram.faults().clear();
        trouble();
    }

    private void restart() {
        turn();
        bot.kill();
        loop.pass(Duration.ofSeconds(2));
        bot = new Simulation(folder, loop, telegram);
        trouble();
    }

    private void trouble() {
        troubles.add(loop.now());
    }

    /** Streams for a while; then the answer is said. What waits for Telegram meanwhile waits. */
    private void turn() {
        long chat = CHATS.get(random.nextInt(CHATS.size()));
        Instant begin = loop.now();
        String answer = "answer " + turns.size();
        Chat.Activity typing = bot.chat.working(new ChatId(chat));
        try (Draft draft = bot.chat.draft(new ChatId(chat))) {
            for (int step = 5 + random.nextInt(60); step > 0; step--) {
                draft.headline("step " + step);
                draft.append("some words of the answer ");
                loop.pass(Duration.ofMillis(200 + random.nextInt(1_800)));
            }
        }
        typing.close();
        CompletableFuture<Void> unused =
                bot.chat.answer(new ChatId(chat), new DeliveryKey("turn/" + turns.size()), answer);
        turns.add(new Turn(chat, begin, loop.now(), answer));
        loop.pass(Duration.ofSeconds(random.nextInt(10)));
    }

    int answers() {
        return turns.size();
    }

    List<String> missing() {
        return turns.stream().filter(turn -> times(turn) == 0).map(Turn::answer).toList();
    }

    /** How many answers there are beyond one for each turn. */
    long surplus() {
        return turns.stream().mapToLong(turn -> times(turn) - 1).sum();
    }

    long repeats() {
        return bot.journal.outgoing().repeats();
    }

    private long times(Turn turn) {
        return telegram.messages(turn.chat()).stream()
                .map(SentMessage::text)
                .filter(turn.answer()::equals)
                .count();
    }

    /** Calls to a chat after a 429 for the same chat and kind of call, and before the time that it named was over. */
    List<String> callsInsideWaits() {
        List<Call> calls = telegram.calls();
        return calls.stream()
                .filter(call -> call.status() == 429)
                .flatMap(refusal -> calls.stream()
                        .filter(call -> isInside(refusal, call))
                        .map(call -> refusal.at() + " " + refusal.response() + ": " + call.at() + " " + call.method()))
                .toList();
    }

    private static boolean isInside(Call refusal, Call call) {
        long wait = Long.parseLong(refusal.response().replaceAll(".*\"retry_after\":(\\d+).*", "$1"));
        boolean typing = refusal.method().equals("sendChatAction");
        return call.at().isAfter(refusal.at())
                && call.at().isBefore(refusal.at().plusSeconds(wait))
                && call.parameter("chat_id").equals(refusal.parameter("chat_id"))
                && (!typing || call.method().equals("sendChatAction"));
    }

    /** Turns during which, and some minutes before which, nothing went wrong. */
    List<Turn> undisturbedTurns() {
        List<Instant> refusals = telegram.calls().stream()
                .filter(call -> call.status() != 200)
                .map(Call::at)
                .toList();
        return turns.stream()
                .filter(turn -> Stream.concat(troubles.stream(), refusals.stream())
                        .noneMatch(trouble ->
                                trouble.isAfter(turn.begin().minusSeconds(300)) && !trouble.isAfter(turn.end())))
                .toList();
    }

    Duration longestWithoutTyping(Turn turn) {
        List<Instant> signs = Stream.concat(
                        telegram.chatActions(turn.chat()).stream()
                                .map(ChatAction::at)
                                .filter(at -> !at.isBefore(turn.begin()) && !at.isAfter(turn.end())),
                        Stream.of(turn.end()))
                .toList();
        return Gaps.longest(turn.begin(), signs);
    }

    @Override
    public void close() {
        bot.kill();
        telegram.close();
    }
}
