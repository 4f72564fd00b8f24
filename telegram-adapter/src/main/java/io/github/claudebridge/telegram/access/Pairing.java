package io.github.claudebridge.telegram.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.claudebridge.telegram.internal.StateFile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets a person in who knows a code: it is shown only on the host, works once, for ten minutes, and for five tries of whomever. It is
 * kept in {@code pairing.json} of the state folder, as a digest, so that the command line can open it beside a bot that runs. Thread-safe.
 */
public final class Pairing {

    /** How long a code works. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final int TRIES = 5;

    private final StateFile file;
    private final PairedUsers paired;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param state the state folder of the home, which exists
     */
    public Pairing(Path state, Clock clock) {
        this.file = new StateFile(state.resolve("pairing.json"));
        this.paired = new PairedUsers(state);
        this.clock = clock;
    }

    /** How it stands with the last code. */
    public sealed interface Status {

        /** Nobody has sent it yet. */
        record Waiting(int triesLeft, Instant until) implements Status {}

        /** This person sent it. */
        record Paired(long userId) implements Status {}

        /** It does not work any more, or there was none. */
        record Over() implements Status {}
    }

    /** What a text of a stranger was. */
    enum Entered {
        /** None, or there is none to be entered. */
        NO_CODE,
        WRONG,
        PAIRED
    }

    /**
     * Makes a code; one that was made before does not work any more.
     *
     * @return the code, to be shown on the host and nowhere else
     * @throws java.io.UncheckedIOException if it cannot be stored
     */
    public String open() {
        PairingCode code = PairingCode.random(random);
        return file.locked(() -> {
            store(code.digest(), clock.instant().plus(LIFE), TRIES);
            return code.shown();
        });
    }

    /**
     * How it stands.
     *
     * @throws java.io.UncheckedIOException if that cannot be read
     */
    public Status status() {
        JsonNode content = file.read();
        if (content.path("paired").isIntegralNumber()) {
            return new Status.Paired(content.path("paired").longValue());
        }
        return open(content)
                .<Status>map(
                        until -> new Status.Waiting(content.path("tries_left").intValue(), until))
                .orElseGet(Status.Over::new);
    }

    /** Until when the code works that is stored; empty if it does not. */
    private Optional<Instant> open(JsonNode content) {
        if (content.path("tries_left").asInt() <= 0) {
            return Optional.empty();
        }
        Instant until = Instant.ofEpochSecond(content.path("until").asLong());
        return clock.instant().isBefore(until) ? Optional.of(until) : Optional.empty();
    }

    /** A stranger's text. A try counts before it is judged, so that a crash gives none back. */
    Entered enter(long userId, String text) {
        Optional<PairingCode> code = PairingCode.in(text);
        if (code.isEmpty()) {
            return Entered.NO_CODE;
        }
        return file.locked(() -> {
            JsonNode content = file.read();
            Optional<Instant> until = open(content);
            if (until.isEmpty()) {
                return Entered.NO_CODE;
            }
            String digest = content.path("digest").asText();
            store(digest, until.get(), content.path("tries_left").intValue() - 1);
            if (!code.get().has(digest)) {
                return Entered.WRONG;
            }
            // In this order, so that a kill in between leaves nobody outside whose code is used up.
            paired.add(userId);
            file.write(JsonNodeFactory.instance.objectNode().put("paired", userId));
            return Entered.PAIRED;
        });
    }

    private void store(String digest, Instant until, int triesLeft) {
        file.write(JsonNodeFactory.instance
                .objectNode()
                .put("digest", digest)
                .put("until", until.getEpochSecond())
                .put("tries_left", triesLeft));
    }
}
