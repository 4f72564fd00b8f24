package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.process.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** JSON whose texts, at any depth, were put through a mask. */
final class MaskedJson {

    private MaskedJson() {}

    static Json of(Json object, UnaryOperator<String> mask) {
        return Json.of(masked(object.toMap(), mask));
    }

    private static @Nullable Object masked(@Nullable Object value, UnaryOperator<String> mask) {
        if (value instanceof String text) {
            return mask.apply(text);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(masked(element, mask)));
            return elements;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            map.forEach((key, field) -> fields.put(String.valueOf(key), masked(field, mask)));
            return fields;
        }
        return value;
    }
}
