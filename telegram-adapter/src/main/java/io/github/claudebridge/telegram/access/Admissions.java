package io.github.claudebridge.telegram.access;

import io.github.claudebridge.telegram.audit.AuditEntry;
import io.github.claudebridge.telegram.audit.AuditLog;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in the people of the configuration and those who were paired, and nobody when that cannot be told. Thread-safe. */
public final class Admissions implements Admission {

    private static final Logger LOG = LoggerFactory.getLogger(Admissions.class);

    private final Supplier<Set<Long>> configured;
    private final PairedUsers paired;
    private final Pairing pairing;
    private final AuditLog audit;

    /**
     * @param configured the numbers of those who are always let in, asked for each time; may be empty
     */
    public Admissions(Supplier<Set<Long>> configured, PairedUsers paired, Pairing pairing, AuditLog audit) {
        this.configured = configured;
        this.paired = paired;
        this.pairing = pairing;
        this.audit = audit;
    }

    @Override
    public boolean isAllowed(long userId) {
        return configured.get().contains(userId) || isPaired(userId);
    }

    private boolean isPaired(long userId) {
        try {
            return paired.ids().contains(userId);
        } catch (UncheckedIOException e) {
            LOG.error("Nobody who was paired is let in: {}", e.getMessage());
            return false;
        }
    }

    @Override
    public Optional<String> knock(long userId, String text) {
        try {
            return judged(userId, text);
        } catch (UncheckedIOException e) {
            LOG.error("Nobody can be paired: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> judged(long userId, String text) {
        return switch (pairing.enter(userId, text)) {
            case NO_CODE -> Optional.empty();
            case WRONG -> {
                audit.add(new AuditEntry("", userId, "pairing", "wrong code", "deny", ""));
                yield Optional.empty();
            }
            case PAIRED -> {
                audit.add(new AuditEntry("", userId, "pairing", "right code", "allow", ""));
                LOG.info("User {} was paired.", userId);
                yield Optional.of("You are paired with this bot now. Write what Claude Code should do, or /help.");
            }
        };
    }
}
