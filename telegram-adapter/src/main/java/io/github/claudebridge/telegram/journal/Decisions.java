package io.github.claudebridge.telegram.journal;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was decided, or found, before something was done that must not be done twice: after a crash the same thing comes again, and is then
 * done as it was decided before. Thread-safe.
 */
public final class Decisions {

    private final Database database;
    private final Clock clock;

    Decisions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What was decided under this key; decides if nothing was.
     *
     * @param decide called at most once, outside of any lock
     */
    public String once(String key, Supplier<String> decide) {
        return find(key).orElseGet(() -> {
            database.execute(
                    "INSERT INTO decisions VALUES (?, ?, ?) ON CONFLICT DO NOTHING", key, decide.get(), clock.millis());
            return find(key).orElseThrow();
        });
    }

    /** What was decided under this key, if something was. */
    public Optional<String> find(String key) {
        return database.transaction(connection -> Database.query(
                        connection,
                        row -> row.getString(1),
                        "SELECT decision FROM decisions WHERE decision_key = ?",
                        key)
                .stream()
                .findFirst());
    }
}
