package io.github.claudebridge.telegram.conversation.files;

import java.util.Locale;
import java.util.Set;

/** What a bot may send, as Telegram documents it. */
final class FileLimits {

    private static final long LARGEST = 50L << 20;
    private static final long LARGEST_PICTURE = 10L << 20;
    private static final Set<String> PICTURES = Set.of(".jpg", ".jpeg", ".png", ".webp");

    private FileLimits() {}

    /** Why a file of this size cannot be sent; empty if it can. */
    static String fault(long size) {
        if (size == 0) {
            return "The file is empty, and Telegram takes no empty files.";
        }
        return size <= LARGEST
                ? ""
                : "The file has " + FileWords.size(size)
                        + ", and a bot can send 50 MB at most. Compress it, or cut it into pieces.";
    }

    /** Whether it is shown as a picture. */
    static boolean isPicture(String name, long size) {
        int dot = name.lastIndexOf('.');
        return size <= LARGEST_PICTURE
                && dot >= 0
                && PICTURES.contains(name.substring(dot).toLowerCase(Locale.ROOT));
    }
}
