package io.github.claudebridge.process.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;

/** The JSON library as the judge of slices. */
final class JsonLibrary {

    private JsonLibrary() {}

    /** Whether slices hold what the library reads out of this text, or both refuse it. */
    static boolean agreesAbout(byte[] text) {
        Optional<JsonNode> expected = libraryReads(text);
        return slicesRead(text)
                .map(slice -> expected.isPresent() && same(slice, expected.get()))
                .orElse(expected.isEmpty());
    }

    private static Optional<JsonSlice> slicesRead(byte[] bytes) {
        try {
            return Optional.of(JsonSlice.of(bytes, 0, bytes.length));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> libraryReads(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(Mapper.read(text));
        } catch (CharacterCodingException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static boolean same(JsonSlice slice, JsonNode node) {
        if (node.isObject()) {
            boolean same = slice.isObject() && slice.members().size() == node.size();
            Iterator<JsonSlice> members = slice.members().iterator();
            for (var field : node.properties()) {
                same = same
                        && same(slice.at(field.getKey()), field.getValue())
                        && same(members.next(), field.getValue());
            }
            return same;
        }
        if (node.isArray()) {
            boolean same = slice.isArray() && slice.elements().size() == node.size();
            for (int i = 0; same && i < node.size(); i++) {
                same = same(slice.elements().get(i), node.get(i));
            }
            return same;
        }
        return node.isTextual() ? node.textValue().equals(slice.text()) : sameWord(slice.json(), node);
    }

    private static boolean sameWord(Json json, JsonNode node) {
        return node.isNumber()
                ? Double.parseDouble(json.text()) == node.doubleValue()
                : json.text().equals(node.toString());
    }
}
