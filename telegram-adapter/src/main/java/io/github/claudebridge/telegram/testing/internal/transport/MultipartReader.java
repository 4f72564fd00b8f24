package io.github.claudebridge.telegram.testing.internal.transport;

import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a multipart/form-data body apart. Works on bytes, because file parts are any bytes. */
final class MultipartReader {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*(\\S+)");
    private static final byte[] HEADERS_END = {'\r', '\n', '\r', '\n'};

    private MultipartReader() {}

    static void read(String contentType, byte[] body, Map<String, String> values, Map<String, Upload> uploads) {
        Matcher matcher = BOUNDARY.matcher(contentType);
        if (!matcher.find()) {
            throw malformed();
        }
        byte[] opening = ("--" + matcher.group(1)).getBytes(StandardCharsets.ISO_8859_1);
        byte[] delimiter = ("\r\n--" + matcher.group(1)).getBytes(StandardCharsets.ISO_8859_1);
        int start = indexOf(body, opening, 0);
        if (start < 0) {
            throw malformed();
        }
        int at = start + opening.length;
        while (!startsWith(body, "--", at)) {
            int headersEnd = indexOf(body, HEADERS_END, at);
            int partEnd = headersEnd < 0 ? -1 : indexOf(body, delimiter, headersEnd + 2);
            if (partEnd < 0) {
                throw malformed();
            }
            String headers = new String(body, at, headersEnd - at, StandardCharsets.UTF_8);
            byte[] content = Arrays.copyOfRange(body, Math.min(headersEnd + 4, partEnd), partEnd);
            addPart(headers, content, values, uploads);
            at = partEnd + delimiter.length;
        }
    }

    private static void addPart(
            String headers, byte[] content, Map<String, String> values, Map<String, Upload> uploads) {
        String name = group(NAME, headers).orElseThrow(MultipartReader::malformed);
        Optional<String> fileName = group(FILE_NAME, headers);
        if (fileName.isEmpty()) {
            values.put(name, new String(content, StandardCharsets.UTF_8));
            return;
        }
        String type = group(TYPE, headers).orElse("application/octet-stream");
        uploads.put(name, new Upload(fileName.get(), type, content));
    }

    private static Optional<String> group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static boolean startsWith(byte[] body, String text, int at) {
        if (at + text.length() > body.length) {
            throw malformed();
        }
        return new String(body, at, text.length(), StandardCharsets.ISO_8859_1).equals(text);
    }

    private static int indexOf(byte[] body, byte[] wanted, int from) {
        for (int i = from; i <= body.length - wanted.length; i++) {
            if (Arrays.equals(body, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    private static ApiError malformed() {
        return ApiError.badRequest("can't parse the multipart request");
    }
}
