package io.github.claudebridge.telegram.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.Outcome;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.event.Usage;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.audit.AuditLog;
import io.github.claudebridge.telegram.conversation.Audience;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.RecordingChat;
import io.github.claudebridge.telegram.conversation.RecordingChat.Kind;
import io.github.claudebridge.telegram.internal.ManualTimers;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetsTest {

    private static final SessionName WORK = SessionName.of("work");
    private static final SessionName OTHER = SessionName.of("other");
    private static final Audience ANN = new Audience(new ChatId(7), 7);

    @TempDir
    private Path home;

    private final RecordingChat chat = new RecordingChat();
    private final ManualTimers clock = new ManualTimers();
    private SessionStore store;

    @BeforeEach
    void create() {
        store = SessionStore.open(home);
        store.create(WORK, "default");
        store.create(OTHER, "default");
    }

    private Budgets budgets(DailyLimit all, DailyLimit session) {
        AuditLog audit = new AuditLog(store.home().resolve("state/audit.jsonl"), clock);
        return new Budgets(new BudgetSettings(all, session), store, chat, audit, clock);
    }

    private static DailyLimit usd(String amount) {
        return new DailyLimit(Optional.of(new BigDecimal(amount)), OptionalInt.empty());
    }

    private static DailyLimit turns(int number) {
        return new DailyLimit(Optional.empty(), OptionalInt.of(number));
    }

    private static void turn(Budgets budgets, SessionName session, double usd) {
        TurnResult result = new TurnResult(
                UUID.randomUUID(),
                List.of(),
                "done",
                Outcome.COMPLETED,
                "",
                false,
                false,
                List.of(),
                OptionalInt.empty(),
                Usage.NONE,
                OptionalDouble.of(usd),
                usd,
                Duration.ofSeconds(1),
                1,
                null,
                null,
                List.of());
        budgets.ended(session, ANN, result);
    }

    @Test
    void without_limits_nothing_is_refused() {
        Budgets budgets = budgets(DailyLimit.NONE, DailyLimit.NONE);
        turn(budgets, WORK, 1_000);

        assertThat(budgets.refuses(WORK, ANN)).isEmpty();
        assertThat(chat.said()).isEmpty();
    }

    @Test
    void at_four_fifths_it_is_said_once_and_at_the_whole_the_next_turn_is_refused() {
        Budgets budgets = budgets(DailyLimit.NONE, usd("1"));
        turn(budgets, WORK, 0.79);
        assertThat(chat.said()).isEmpty();
        turn(budgets, WORK, 0.02);
        turn(budgets, WORK, 0.02);

        assertThat(chat.texts(Kind.NOTICE))
                .containsExactly("Today's budget of session work is nearly used up: $0.81 of $1.00.");
        assertThat(budgets.refuses(WORK, ANN)).isEmpty();
        turn(budgets, WORK, 5);
        assertThat(budgets.refuses(WORK, ANN).orElseThrow()).contains("$5.83 of $1.00", "00:00 UTC", "config.toml");
        assertThat(budgets.refuses(OTHER, ANN)).as("the others go on").isEmpty();
    }

    @Test
    void the_turns_of_all_sessions_together_are_limited() {
        Budgets budgets = budgets(turns(2), DailyLimit.NONE);
        turn(budgets, WORK, 0);
        turn(budgets, OTHER, 0);

        assertThat(budgets.refuses(WORK, ANN).orElseThrow()).contains("all sessions", "2 of 2 turns");
    }

    @Test
    void a_session_s_own_limit_counts_instead_of_the_usual_one() {
        store.grants().change(WORK, grants -> grants.withDailyBudgetUsd(Optional.of(new BigDecimal("10"))));
        store.grants().change(OTHER, grants -> grants.withDailyTurns(OptionalInt.of(0)));
        Budgets budgets = budgets(DailyLimit.NONE, usd("1"));
        turn(budgets, WORK, 5);

        assertThat(budgets.refuses(WORK, ANN)).isEmpty();
        assertThat(budgets.refuses(OTHER, ANN)).isPresent();
    }

    @Test
    void what_was_spent_survives_a_restart_and_is_forgotten_the_next_day() {
        turn(budgets(usd("1"), DailyLimit.NONE), WORK, 1);

        assertThat(budgets(usd("1"), DailyLimit.NONE).refuses(WORK, ANN)).isPresent();
        clock.pass(Duration.ofDays(1));
        assertThat(budgets(usd("1"), DailyLimit.NONE).refuses(WORK, ANN)).isEmpty();
        turn(budgets(usd("1"), DailyLimit.NONE), WORK, 0.5);
        assertThat(budgets(usd("1"), DailyLimit.NONE).today(WORK)).isEqualTo(new Spent(new BigDecimal("0.5"), 1));
    }

    @Test
    void I_18_what_claude_writes_into_its_folder_changes_no_budget() throws IOException {
        Budgets budgets = budgets(DailyLimit.NONE, usd("1"));
        turn(budgets, WORK, 2);
        Path folder = store.get(WORK).directory();
        Files.writeString(folder.resolve("conversation.jsonl"), "");
        Path metadata = folder.resolve("metadata.json");
        Files.writeString(
                metadata,
                Files.readString(metadata).replaceFirst("\\{", "{ \"daily_budget_usd\": 1000, \"daily_turns\": 1000,"));

        assertThat(budgets.refuses(WORK, ANN)).isPresent();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(store.home().resolve("state/spending.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_damaged_book_refuses_where_there_is_a_limit_and_says_why() throws IOException {
        Files.writeString(store.home().resolve("state/spending.json"), "{");

        assertThat(budgets(usd("1"), DailyLimit.NONE).refuses(WORK, ANN).orElseThrow())
                .contains("spending.json is damaged; delete it");
        assertThat(budgets(DailyLimit.NONE, DailyLimit.NONE).refuses(WORK, ANN)).isEmpty();
    }

    @Test
    void EXP_10_a_refusal_is_in_the_audit_log() {
        assertThat(budgets(turns(0), DailyLimit.NONE).refuses(WORK, ANN)).isPresent();

        assertThat(store.home().resolve("state/audit.jsonl"))
                .content()
                .contains("\"budget\"", "\"deny\"", "\"user\":7");
    }
}
