package io.github.claudebridge.process;

import io.github.claudebridge.process.json.Json;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Content blocks that carry bytes. */
final class Attachments {

    private Attachments() {}

    static Json base64(String type, String mediaType, byte[] bytes) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("type", "base64");
        source.put("media_type", mediaType);
        source.put("data", Base64.getEncoder().encodeToString(bytes));
        return Json.of(Map.of("type", type, "source", source));
    }
}
