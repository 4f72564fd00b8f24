package io.github.claudebridge.app.control;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Requests and replies as lines of JSON. Thread-safe. */
final class Wire {

    /** Raised when old and new programs would misunderstand each other. */
    static final int VERSION = 1;

    /** More than Telegram takes in many messages. */
    static final int LONGEST_LINE = 1 << 20;

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
    private interface Named {}

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addMixIn(Request.class, Named.class)
            .addMixIn(Reply.class, Named.class)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static {
        MAPPER.registerSubtypes(
                new NamedType(Request.Archive.class, "archive"),
                new NamedType(Request.Delete.class, "delete"),
                new NamedType(Request.Send.class, "send"),
                new NamedType(Request.Reload.class, "reload"),
                new NamedType(Request.Status.class, "status"),
                new NamedType(Request.TakeOver.class, "take_over"),
                new NamedType(Reply.Out.class, "out"),
                new NamedType(Reply.Err.class, "err"),
                new NamedType(Reply.Progress.class, "progress"),
                new NamedType(Reply.End.class, "end"));
    }

    private Wire() {}

    static byte[] bytes(Request request) {
        return line(((ObjectNode) MAPPER.valueToTree(request)).put("v", VERSION));
    }

    static byte[] bytes(Reply reply) {
        return line(MAPPER.valueToTree(reply));
    }

    private static byte[] line(JsonNode node) {
        return (node + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a request.
     *
     * @throws IOException if it is none that is known; the message is for people
     */
    static Request request(InputStream in) throws IOException {
        String line = read(in);
        try {
            JsonNode node = MAPPER.readTree(line);
            if (node.path("v").asInt() != VERSION) {
                throw new IOException(
                        "The bot that runs is of another version than this command. Restart it, then try again.");
            }
            return MAPPER.treeToValue(node, Request.class);
        } catch (JsonProcessingException e) {
            throw new IOException("The bot does not understand this request. Restart it, then try again.", e);
        }
    }

    static Reply reply(InputStream in) throws IOException {
        return MAPPER.readValue(read(in), Reply.class);
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection ended.");
            }
            if (line.size() == LONGEST_LINE) {
                throw new IOException("A line is longer than " + LONGEST_LINE + " bytes.");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
