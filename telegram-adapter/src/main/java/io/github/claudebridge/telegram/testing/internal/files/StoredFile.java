package io.github.claudebridge.telegram.testing.internal.files;

/**
 * A file on the server. The bytes are kept apart, in the {@link FileStore}.
 *
 * @param id its {@code file_id}
 * @param uniqueId its {@code file_unique_id}
 * @param kind the message's field that holds it, such as {@code document}
 * @param name its name; may be empty
 * @param mimeType its media type
 * @param size its size in bytes; may be larger than what is kept
 * @param width the width of a picture, otherwise 0
 * @param height the height of a picture, otherwise 0
 */
public record StoredFile(
        String id, String uniqueId, String kind, String name, String mimeType, long size, int width, int height) {}
