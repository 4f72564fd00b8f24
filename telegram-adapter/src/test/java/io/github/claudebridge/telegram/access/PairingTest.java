package io.github.claudebridge.telegram.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.telegram.audit.AuditLog;
import io.github.claudebridge.telegram.internal.ManualTimers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairingTest {

    private static final long ANN = 7;
    private static final long EVE = 666;
    private static final String WRONG = "22222-22222";

    @TempDir
    private Path state;

    private final ManualTimers clock = new ManualTimers();
    private Pairing pairing;
    private Admissions admissions;

    @BeforeEach
    void create() {
        pairing = new Pairing(state, clock);
        admissions = restarted(Set.of());
    }

    private Admissions restarted(Set<Long> configured) {
        return new Admissions(
                () -> configured,
                new PairedUsers(state),
                new Pairing(state, clock),
                new AuditLog(state.resolve("audit.jsonl"), clock));
    }

    @Test
    void I_16_an_empty_list_serves_nobody_and_answers_nobody() {
        assertThat(admissions.isAllowed(ANN)).isFalse();
        assertThat(admissions.knock(ANN, "hello")).isEmpty();
        assertThat(admissions.knock(ANN, WRONG)).as("no code was made").isEmpty();
    }

    @Test
    void I_16_whoever_knows_the_code_is_let_in_and_stays_in_after_a_restart() {
        String code = pairing.open();

        assertThat(admissions.knock(ANN, code)).isPresent();
        assertThat(restarted(Set.of()).isAllowed(ANN)).isTrue();
        assertThat(pairing.status()).isEqualTo(new Pairing.Status.Paired(ANN));
    }

    @Test
    void the_code_is_taken_as_a_command_without_its_hyphen_and_in_small_letters() {
        for (String form : List.of("/start %s", "  %s ", "/start@some_bot %s")) {
            String code = pairing.open().replace("-", "").toLowerCase(Locale.ROOT);

            assertThat(admissions.knock(ANN, form.formatted(code))).as(form).isPresent();
        }
    }

    @Test
    void I_16_the_code_works_once() {
        String code = pairing.open();
        admissions.knock(ANN, code);

        assertThat(admissions.knock(EVE, code)).isEmpty();
        assertThat(admissions.isAllowed(EVE)).isFalse();
    }

    @Test
    void I_16_after_five_tries_even_the_right_code_is_nothing() {
        String code = pairing.open();
        for (int i = 0; i < 5; i++) {
            assertThat(admissions.knock(EVE, WRONG)).isEmpty();
        }

        assertThat(admissions.knock(ANN, code)).isEmpty();
        assertThat(pairing.status()).isEqualTo(new Pairing.Status.Over());
    }

    @Test
    void I_16_the_fifth_try_may_still_be_the_right_one() {
        String code = pairing.open();
        for (int i = 0; i < 4; i++) {
            admissions.knock(EVE, WRONG);
        }

        assertThat(admissions.knock(ANN, code)).isPresent();
    }

    @Test
    void I_16_tries_are_not_given_back_by_a_restart_or_by_another_person() {
        String code = pairing.open();
        for (int i = 0; i < 5; i++) {
            assertThat(restarted(Set.of()).knock(EVE + i, WRONG)).isEmpty();
        }

        assertThat(admissions.knock(ANN, code)).isEmpty();
    }

    @Test
    void what_cannot_be_a_code_uses_up_no_try() {
        String code = pairing.open();
        for (String text : List.of("hello", "/start", "1234567890", "/start hello", code + " please")) {
            assertThat(admissions.knock(EVE, text)).as(text).isEmpty();
        }

        assertThat(pairing.status())
                .isInstanceOfSatisfying(
                        Pairing.Status.Waiting.class,
                        waiting -> assertThat(waiting.triesLeft()).isEqualTo(5));
    }

    @Test
    void I_16_after_ten_minutes_the_code_is_nothing() {
        String code = pairing.open();
        clock.pass(Duration.ofMinutes(10));

        assertThat(admissions.knock(ANN, code)).isEmpty();
        assertThat(pairing.status()).isEqualTo(new Pairing.Status.Over());
    }

    @Test
    void a_new_code_takes_the_place_of_the_old_one() {
        String old = pairing.open();
        String next = pairing.open();

        assertThat(admissions.knock(EVE, old)).isEmpty();
        assertThat(admissions.knock(ANN, next)).isPresent();
    }

    @Test
    void I_16_guessing_gains_nothing() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String code = pairing.open();
        Stream.generate(() -> PairingCode.random(new SecureRandom()))
                .map(PairingCode::shown)
                .filter(guess -> !guess.equals(code))
                .limit(1_000)
                .forEach(guess -> admissions.knock(EVE + random.nextInt(10), guess));

        for (long user = EVE; user < EVE + 10; user++) {
            assertThat(admissions.isAllowed(user)).as("seed %d", seed).isFalse();
        }
    }

    @Test
    void the_code_itself_is_on_no_disk_and_what_is_there_is_for_its_owner_alone() throws IOException {
        String code = pairing.open();
        admissions.knock(EVE, WRONG);

        for (String file : List.of("pairing.json", "audit.jsonl")) {
            assertThat(state.resolve(file)).content().doesNotContain(code, code.replace("-", ""));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve(file))))
                    .isEqualTo("rw-------");
        }
        admissions.knock(ANN, code);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("paired.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void somebody_who_is_removed_is_let_in_no_more() {
        admissions.knock(ANN, pairing.open());

        new PairedUsers(state).remove(ANN);

        assertThat(admissions.isAllowed(ANN)).isFalse();
    }

    @Test
    void damaged_files_let_in_those_of_the_configuration_and_nobody_else() throws IOException {
        admissions.knock(ANN, pairing.open());
        Files.writeString(state.resolve("paired.json"), "[]");
        Files.writeString(state.resolve("pairing.json"), "{");

        Admissions damaged = restarted(Set.of(8L));

        assertThat(damaged.isAllowed(8)).isTrue();
        assertThat(damaged.isAllowed(ANN)).isFalse();
        assertThat(damaged.knock(ANN, WRONG)).isEmpty();
    }
}
