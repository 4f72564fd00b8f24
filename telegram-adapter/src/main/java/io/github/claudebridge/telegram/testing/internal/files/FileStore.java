package io.github.claudebridge.telegram.testing.internal.files;

import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All files of the server, and the links under which the bot may load them for an hour. All methods take the world's lock. */
public final class FileStore {

    private static final Duration LINK_LIVES = Duration.ofHours(1);
    private static final long LARGEST_DOWNLOAD = 20L << 20;

    private final World world;
    private final Map<String, StoredFile> files = new HashMap<>();
    private final Map<String, byte[]> contents = new HashMap<>();
    private final Map<String, Link> links = new HashMap<>();
    private int count;

    public FileStore(World world) {
        this.world = world;
    }

    /** Keeps a file. The bytes are shared and must not be changed. */
    public StoredFile add(String kind, String name, String mimeType, byte[] content) {
        Picture picture = kind.equals("photo") ? Picture.measure(content) : new Picture(0, 0);
        return add(kind, name, mimeType, content, content.length, picture);
    }

    /** Keeps a file without content that says it is this large. */
    public StoredFile addHollow(String kind, String name, String mimeType, long size) {
        return add(kind, name, mimeType, new byte[0], size, new Picture(0, 0));
    }

    public Optional<StoredFile> find(String fileId) {
        return world.read(() -> Optional.ofNullable(files.get(fileId)));
    }

    /** The bytes of a file, which must not be changed. */
    public Optional<byte[]> content(String fileId) {
        return world.read(() -> Optional.ofNullable(contents.get(fileId)));
    }

    /** Makes a link to a file; returns its {@code file_path}. */
    public String link(StoredFile file) {
        if (file.size() > LARGEST_DOWNLOAD) {
            throw ApiError.badRequest("file is too big");
        }
        return world.read(() -> {
            String path = folder(file.kind()) + "/file_" + links.size() + ending(file);
            links.put(path, new Link(file.id(), world.now()));
            return path;
        });
    }

    /** The bytes behind a {@code file_path}, while the link is valid. */
    public Optional<byte[]> download(String path) {
        return world.read(() -> Optional.ofNullable(links.get(path))
                .filter(link -> link.madeAt().plus(LINK_LIVES).isAfter(world.now()))
                .flatMap(link -> content(link.fileId())));
    }

    private StoredFile add(String kind, String name, String mimeType, byte[] content, long size, Picture picture) {
        return world.read(() -> {
            int number = ++count;
            StoredFile file = new StoredFile(
                    prefix(kind) + "FakeFile" + number,
                    "u" + number,
                    kind,
                    name,
                    mimeType,
                    size,
                    picture.width(),
                    picture.height());
            files.put(file.id(), file);
            contents.put(file.id(), content);
            return file;
        });
    }

    private static String prefix(String kind) {
        return switch (kind) {
            case "photo" -> "AgAC";
            case "voice" -> "AwAC";
            case "video" -> "BAAC";
            case "audio" -> "CQAC";
            default -> "BQAC";
        };
    }

    private static String folder(String kind) {
        return switch (kind) {
            case "audio" -> "music";
            case "voice" -> "voice";
            default -> kind + "s";
        };
    }

    private static String ending(StoredFile file) {
        int dot = file.name().lastIndexOf('.');
        String own = dot < 0 ? "" : file.name().substring(dot);
        boolean plain = own.matches("\\.[A-Za-z0-9]{1,8}");
        if (plain) {
            return own;
        }
        return switch (file.kind()) {
            case "photo" -> ".jpg";
            case "voice" -> ".oga";
            default -> "";
        };
    }

    private record Link(String fileId, Instant madeAt) {}
}
