package io.github.claudebridge.session.internal;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Names of files as UTF-8 text and back, whatever the locale: without a UTF-8 locale Java cannot turn other names than
 * ASCII into text, but keeps their bytes, and shows them in URIs.
 */
public final class FileNames {

    private FileNames() {}

    /** The last name of a path; empty when it is not valid UTF-8. */
    public static Optional<String> of(Path path) {
        String shown = String.valueOf(path.getFileName());
        if (isAscii(shown)) {
            return Optional.of(shown);
        }
        String raw = path.toUri().getRawPath();
        String trimmed = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
        byte[] bytes = percentDecoded(trimmed.substring(trimmed.lastIndexOf('/') + 1));
        return decode(bytes);
    }

    /** The entry of this name in a folder. */
    public static Path in(Path folder, String name) {
        if (isAscii(name)) {
            return folder.resolve(name);
        }
        String parent = folder.toUri().toString();
        return Path.of(URI.create((parent.endsWith("/") ? parent : parent + "/") + percentEncoded(name)));
    }

    /** A relative path, as the target of a link. */
    public static Path relative(String path) {
        Path relative = Path.of("");
        for (String part : path.split("/", -1)) {
            relative = relative.resolve(
                    isAscii(part) ? Path.of(part) : in(Path.of("/"), part).getFileName());
        }
        return relative;
    }

    /** The text that these bytes are in UTF-8, if they are. */
    public static Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static byte[] percentDecoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                bytes.write(Integer.parseInt(text, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(text.charAt(i));
            }
        }
        return bytes.toByteArray();
    }

    private static String percentEncoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append('%').append(Character.forDigit((b >> 4) & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
        }
        return encoded.toString();
    }
}
