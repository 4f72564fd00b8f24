package io.github.claudebridge.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.session.internal.AtomicFiles;
import io.github.claudebridge.session.internal.BadJsonException;
import io.github.claudebridge.session.internal.GuardedFiles;
import io.github.claudebridge.session.internal.Home;
import io.github.claudebridge.session.internal.Json;
import io.github.claudebridge.session.internal.JsonFields;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The grants of one session as a private file. */
final class GrantsFile {

    private final SessionName name;
    private final Path file;

    GrantsFile(Home home, SessionName name) {
        this.name = name;
        this.file = home.grants(name.value());
    }

    /** Least rights when there is no file; an error, and so no right at all, when it is damaged. */
    Grants read() {
        try {
            return grants(new JsonFields(Json.parse(GuardedFiles.readSmall(file))));
        } catch (NoSuchFileException e) {
            return Grants.least();
        } catch (BadJsonException | IOException e) {
            throw new DamagedSessionException(name, "its grants in " + file + ": " + e.getMessage(), null, e);
        }
    }

    /** Takes all rights away when it cannot be known which ones were granted. */
    void repair() {
        try {
            read();
        } catch (DamagedSessionException e) {
            write(Grants.least());
        }
    }

    void write(Grants grants) {
        try {
            AtomicFiles.replacePrivate(file, bytes(grants));
        } catch (IOException e) {
            throw new StorageException(file, e);
        }
    }

    static byte[] bytes(Grants grants) {
        ObjectNode node = Json.object();
        node.put("directory", grants.directory().map(Path::toString).orElse(null));
        node.put("permission_mode", grants.permissionMode().word());
        node.put("trusted", grants.trusted());
        node.put("daily_budget_usd", grants.dailyBudgetUsd().orElse(null));
        node.put(
                "daily_turns",
                grants.dailyTurns().isPresent() ? grants.dailyTurns().getAsInt() : null);
        node.put("owner", grants.owner().isPresent() ? grants.owner().getAsLong() : null);
        ArrayNode shared = node.putArray("shared_with");
        grants.sharedWith().stream().sorted().forEach(shared::add);
        return Json.pretty(node);
    }

    private static Grants grants(JsonFields fields) throws BadJsonException {
        PermissionMode mode = fields.choice("permission_mode", PermissionMode.class);
        return new Grants(
                Optional.ofNullable(directory(fields)),
                Objects.requireNonNullElse(mode, PermissionMode.ASK),
                fields.flag("trusted", false),
                Optional.ofNullable(fields.amount("daily_budget_usd")),
                turns(fields),
                owner(fields),
                Set.copyOf(fields.numbers("shared_with")));
    }

    private static OptionalInt turns(JsonFields fields) throws BadJsonException {
        Long turns = fields.number("daily_turns", 0, Integer.MAX_VALUE);
        return turns == null ? OptionalInt.empty() : OptionalInt.of(turns.intValue());
    }

    private static OptionalLong owner(JsonFields fields) throws BadJsonException {
        Long owner = fields.number("owner", 1, Long.MAX_VALUE);
        return owner == null ? OptionalLong.empty() : OptionalLong.of(owner);
    }

    private static @Nullable Path directory(JsonFields fields) throws BadJsonException {
        String text = fields.text("directory");
        try {
            return text == null ? null : Path.of(text);
        } catch (InvalidPathException e) {
            throw new BadJsonException("directory", "is not a path", e);
        }
    }
}
