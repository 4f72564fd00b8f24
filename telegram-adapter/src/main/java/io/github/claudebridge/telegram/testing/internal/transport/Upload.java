package io.github.claudebridge.telegram.testing.internal.transport;

/** A file part of a multipart request. The bytes are shared and must not be changed. */
public final class Upload {

    private final String fileName;
    private final String contentType;
    private final byte[] bytes;

    public Upload(String fileName, String contentType, byte[] bytes) {
        this.fileName = fileName;
        this.contentType = contentType;
        this.bytes = bytes;
    }

    public String fileName() {
        return fileName;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] bytes() {
        return bytes;
    }
}
