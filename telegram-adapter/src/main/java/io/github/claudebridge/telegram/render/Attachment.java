package io.github.claudebridge.telegram.render;

/**
 * What is sent as a file because it is too long to be read in a chat. Immutable.
 *
 * @param fileName a name without folders, with the extension that fits the content
 * @param mediaType such as {@code text/markdown}
 * @param content the text, to be written as UTF-8
 */
public record Attachment(String fileName, String mediaType, String content) {}
