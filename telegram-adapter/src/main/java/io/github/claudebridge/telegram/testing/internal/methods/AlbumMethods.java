package io.github.claudebridge.telegram.testing.internal.methods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.TextEntity;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import io.github.claudebridge.telegram.testing.internal.core.LintLog;
import io.github.claudebridge.telegram.testing.internal.files.FileJson;
import io.github.claudebridge.telegram.testing.internal.files.FileStore;
import io.github.claudebridge.telegram.testing.internal.text.EntityJson;
import io.github.claudebridge.telegram.testing.internal.text.FormattedText;
import io.github.claudebridge.telegram.testing.internal.text.TextField;
import io.github.claudebridge.telegram.testing.internal.text.TextPipeline;
import io.github.claudebridge.telegram.testing.internal.transport.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Sending several files as one album. */
final class AlbumMethods {

    private static final String METHOD = "sendMediaGroup";
    private static final int FEWEST = 2;
    private static final int MOST = 10;
    private static final Set<String> KINDS = Set.of("photo", "video", "document", "audio");
    private static final Set<String> ONLY_AMONG_THEMSELVES = Set.of("document", "audio");

    private final Targets targets;
    private final Sender sender;
    private final FileParameters parameters;
    private final LintLog lints;
    private long lastAlbum = 13_500_000_000L;

    AlbumMethods(Targets targets, Sender sender, FileStore files, LintLog lints) {
        this.targets = targets;
        this.sender = sender;
        this.parameters = new FileParameters(files);
        this.lints = lints;
    }

    void register(MethodRegistry registry) {
        registry.add(METHOD, this::send);
    }

    private JsonNode send(Parameters call) {
        JsonNode media = call.json("media", AlbumMethods::unreadable).orElseThrow(AlbumMethods::unreadable);
        if (!media.isArray()) {
            throw unreadable();
        }
        checkKinds(media);
        Target target = targets.read(call);
        List<ObjectNode> contents = new ArrayList<>();
        for (JsonNode item : media) {
            contents.add(content(call, item, target.chat().id()));
        }
        sender.charge(METHOD, target.chat(), contents.size());
        String album = Long.toString(++lastAlbum);
        ArrayNode messages = Json.array();
        contents.forEach(content -> messages.add(sender.post(target, content.put("media_group_id", album))));
        return messages;
    }

    private ObjectNode content(Parameters call, JsonNode item, long chatId) {
        String kind = item.path("type").asText();
        Consumer<String> lint = line -> lints.add(METHOD, chatId, line);
        FormattedText caption = TextPipeline.read(
                item.path("caption").asText(),
                item.path("parse_mode").asText(),
                () -> entities(item),
                TextField.CAPTION,
                lint);
        ObjectNode content =
                FileJson.content(parameters.resolve(call, item.path("media").asText(), kind, lint));
        content.setAll(MessageContent.caption(caption));
        return content;
    }

    private static List<TextEntity> entities(JsonNode item) {
        JsonNode entities = item.path("caption_entities");
        return entities.isMissingNode() ? List.of() : EntityJson.read(entities);
    }

    private static void checkKinds(JsonNode media) {
        if (media.size() < FEWEST || media.size() > MOST) {
            throw ApiError.badRequest("group send failed: the album must have 2-10 items");
        }
        String first = media.path(0).path("type").asText();
        for (JsonNode item : media) {
            String kind = item.path("type").asText();
            if (!KINDS.contains(kind)) {
                throw ApiError.badRequest("can't parse InputMedia: type must be one of photo, video, document, audio");
            }
            boolean strict = ONLY_AMONG_THEMSELVES.contains(kind) || ONLY_AMONG_THEMSELVES.contains(first);
            if (strict && !kind.equals(first)) {
                throw ApiError.badRequest("document and audio can't be mixed with other media types");
            }
        }
    }

    private static ApiError unreadable() {
        return ApiError.badRequest("can't parse media JSON object");
    }
}
