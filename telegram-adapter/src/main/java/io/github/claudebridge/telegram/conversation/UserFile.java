package io.github.claudebridge.telegram.conversation;

/**
 * A file that somebody sent, as the chat describes it; nothing of it is fetched yet. Immutable.
 *
 * @param id names it to {@link Downloads}
 * @param kind what it is to the person who sent it
 * @param name the name that the sender gave it; empty if it has none; any text, not to be used as a path
 * @param mediaType as the sender says, empty if unknown
 * @param size in bytes, 0 if unknown
 */
public record UserFile(String id, Kind kind, String name, String mediaType, long size) {

    /** What a file is to the person who sent it. */
    public enum Kind {
        DOCUMENT,
        PHOTO,
        VOICE,
        AUDIO,
        VIDEO
    }
}
