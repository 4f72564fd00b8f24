package io.github.claudebridge.session.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** The folders of a session for files from and to the chat. Thread-safe. */
public final class ChatFolders {

    private ChatFolders() {}

    /** Makes what is missing of them. A link or a file in such a place gets another name beside it. */
    public static void make(Path session) throws IOException {
        for (String name : List.of("inbox", "outbox")) {
            Path place = session.resolve(name);
            if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                moveAside(place);
                Files.createDirectory(place);
            }
        }
    }

    private static void moveAside(Path place) throws IOException {
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            int number = 2;
            while (Files.exists(numbered(place, number), LinkOption.NOFOLLOW_LINKS)) {
                number++;
            }
            Files.move(place, numbered(place, number));
        }
    }

    private static Path numbered(Path place, int number) {
        return place.resolveSibling(place.getFileName() + "-" + number);
    }
}
