package io.github.claudebridge.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.session.internal.AtomicFiles;
import io.github.claudebridge.session.internal.BadJsonException;
import io.github.claudebridge.session.internal.Folders;
import io.github.claudebridge.session.internal.GuardedFiles;
import io.github.claudebridge.session.internal.Home;
import io.github.claudebridge.session.internal.Json;
import io.github.claudebridge.session.internal.PreparedFile;
import io.github.claudebridge.session.internal.Staging;
import io.github.claudebridge.session.internal.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The metadata file of one session, and the copy of it that is kept for a repair. */
final class MetadataFile {

    private static final Logger LOG = LoggerFactory.getLogger(MetadataFile.class);

    static final String NAME = "metadata.json";

    private final SessionName name;
    private final Path folder;
    private final Path file;
    private final Path lastGood;
    private final Staging staging;

    MetadataFile(Home home, SessionName name) {
        this(name, home.session(name.value()), home.lastGood(name.value()));
    }

    private MetadataFile(SessionName name, Path folder, Path lastGood) {
        this.name = name;
        this.folder = folder;
        this.file = folder.resolve(NAME);
        this.lastGood = lastGood;
        this.staging = new Staging(Folders.of(folder));
    }

    /** The file in a folder that is not a session yet; its good copy lies beside it. */
    static MetadataFile staged(Path folder, SessionName name) {
        return new MetadataFile(name, folder, AtomicFiles.temporaryOf(folder.resolve(NAME)));
    }

    Metadata read() {
        return read(parse(content()));
    }

    /** Applies the edit to the file as found; the caller holds the session's lock. */
    Metadata update(Consumer<MetadataEdit> edit) {
        while (true) {
            byte[] found = content();
            ObjectNode node = edited(found, edit);
            Metadata result = read(node);
            // An editor of text files takes no lock: what it saved meanwhile is edited instead.
            if (write(Json.pretty(node), () -> Arrays.equals(found, content()))) {
                return result;
            }
        }
    }

    private ObjectNode edited(byte[] found, Consumer<MetadataEdit> edit) {
        ObjectNode node = parse(found);
        Metadata current = read(node);
        edit.accept(new MetadataEdit(current, node));
        return node;
    }

    private ObjectNode parse(byte[] content) {
        try {
            return MetadataMigration.toCurrent(Json.parse(content));
        } catch (BadJsonException e) {
            throw damaged(e.getMessage(), e);
        }
    }

    private Metadata read(ObjectNode node) {
        try {
            return MetadataCodec.read(name, node);
        } catch (BadJsonException e) {
            throw damaged(e.getMessage(), e);
        }
    }

    /**
     * Writes both files if a condition holds when they are ready to take their places. They are prepared outside of the
     * session's folder, where nobody else can put a link or a folder in the way.
     */
    private boolean write(byte[] content, BooleanSupplier condition) {
        try {
            Path staged = staging.begin();
            try (PreparedFile copy =
                            PreparedFile.write(AtomicFiles.temporaryOf(lastGood), content, AtomicFiles.OWNER_ONLY);
                    PreparedFile next = PreparedFile.write(staged.resolve(NAME), content)) {
                next.permittedLike(file);
                if (!condition.getAsBoolean()) {
                    return false;
                }
                next.publish(file);
                keep(copy);
                return true;
            } finally {
                Trees.delete(staged);
            }
        } catch (IOException e) {
            throw new StorageException(file, e);
        }
    }

    /** The metadata is written by now; a caller who were told of an error would write it once more. */
    private void keep(PreparedFile copy) {
        try {
            copy.publish(lastGood);
        } catch (IOException e) {
            LOG.warn("Could not keep a copy of {}", file, e);
        }
    }

    /** Puts usable metadata into the place of a damaged file; the caller holds the session's lock. */
    Metadata repair(Instant now) {
        try {
            return read();
        } catch (DamagedSessionException e) {
            write(lastGoodContent().orElseGet(() -> Json.pretty(MetadataCodec.fresh(name, "", now))), () -> true);
            return read();
        }
    }

    private Optional<byte[]> lastGoodContent() {
        try {
            byte[] content = GuardedFiles.readSmall(lastGood);
            MetadataCodec.read(name, MetadataMigration.toCurrent(Json.parse(content)));
            return Optional.of(content);
        } catch (IOException | BadJsonException e) {
            return Optional.empty();
        }
    }

    private byte[] content() {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new SessionNotFoundException(name);
        }
        try {
            return GuardedFiles.readSmall(file);
        } catch (NoSuchFileException e) {
            throw damaged("is missing", e);
        } catch (IOException e) {
            throw damaged("cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private DamagedSessionException damaged(@Nullable String fault, Exception cause) {
        Path copy = lastGoodContent().isPresent() ? lastGood : null;
        return new DamagedSessionException(name, NAME + " " + fault, copy, cause);
    }
}
