package io.github.claudebridge.telegram.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutgoingTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void what_is_stored_is_open_after_a_restart_in_order() {
        try (Journal journal = open(NOON)) {
            journal.outgoing().store("a", 1, 0, ringing("a0", "a1"));
            journal.outgoing().store("b", 2, 9, List.of(new Outgoing.Part("b0", true), new Outgoing.Part("b1", false)));
        }
        try (Journal journal = open(NOON)) {
            assertThat(journal.outgoing().open())
                    .containsExactly(
                            new OutgoingMessage(1, "a", 1, 0, false, "a0"),
                            new OutgoingMessage(2, "a", 1, 0, false, "a1"),
                            new OutgoingMessage(3, "b", 2, 9, true, "b0"),
                            new OutgoingMessage(4, "b", 2, 9, false, "b1"));
        }
    }

    @Test
    void the_same_key_is_stored_once_and_gives_what_is_left_of_it() {
        try (Journal journal = open(NOON)) {
            journal.outgoing().store("a", 1, 0, ringing("a0", "a1"));
            journal.outgoing().sent(1, 77);
            assertThat(journal.outgoing().store("a", 1, 0, ringing("other", "words", "and more")))
                    .extracting(OutgoingMessage::body)
                    .containsExactly("a1");
            journal.outgoing().refused(2, "too long");
            assertThat(journal.outgoing().store("a", 1, 0, ringing("a0", "a1"))).isEmpty();
        }
    }

    @Test
    void what_was_in_flight_at_a_crash_is_open_and_counted() {
        try (Journal journal = open(NOON)) {
            journal.outgoing().store("a", 1, 0, ringing("a0", "a1", "a2"));
            journal.outgoing().inFlight(1);
            journal.outgoing().sent(1, 77);
            journal.outgoing().inFlight(2);
        }
        try (Journal journal = open(NOON)) {
            assertThat(journal.outgoing().repeatUnknown()).isEqualTo(1);
            assertThat(journal.outgoing().open())
                    .extracting(OutgoingMessage::body)
                    .containsExactly("a1", "a2");
            assertThat(journal.outgoing().repeats()).isEqualTo(1);
        }
    }

    @Test
    void a_message_is_found_by_its_delivery_and_its_delivery_by_the_message() {
        try (Journal journal = open(NOON)) {
            journal.outgoing().store("a", 1, 0, ringing("a0", "a1"));
            assertThat(journal.outgoing().messageId("a")).isEmpty();
            journal.outgoing().sent(1, 77);
            journal.outgoing().sent(2, 78);
            assertThat(journal.outgoing().messageId("a")).hasValue(78);
            assertThat(journal.outgoing().keyOf(1, 77)).contains("a");
            assertThat(journal.outgoing().keyOf(2, 77)).isEmpty();
        }
    }

    /** Parts that make a sound. */
    static List<Outgoing.Part> ringing(String... bodies) {
        return Arrays.stream(bodies).map(body -> new Outgoing.Part(body, false)).toList();
    }

    private Journal open(Instant now) {
        return Journal.open(folder.resolve("journal.db"), Clock.fixed(now, ZoneOffset.UTC));
    }
}
