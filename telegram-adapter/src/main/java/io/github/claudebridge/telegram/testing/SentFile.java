package io.github.claudebridge.telegram.testing;

/**
 * The file of a message. Immutable.
 *
 * @param kind the message's field that holds it: {@code document}, {@code photo}, {@code voice}, {@code audio}, {@code video},
 *     {@code animation} or {@code sticker}
 * @param fileId the identifier for {@code getFile}
 * @param name the file's name; empty where the kind has none
 * @param size its size in bytes
 */
public record SentFile(String kind, String fileId, String name, long size) {}
