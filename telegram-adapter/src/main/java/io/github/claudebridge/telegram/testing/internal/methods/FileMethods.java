package io.github.claudebridge.telegram.testing.internal.methods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.LintLog;
import io.github.claudebridge.telegram.testing.internal.files.FileJson;
import io.github.claudebridge.telegram.testing.internal.files.FileStore;
import io.github.claudebridge.telegram.testing.internal.files.StoredFile;
import io.github.claudebridge.telegram.testing.internal.text.FormattedText;
import io.github.claudebridge.telegram.testing.internal.text.TextField;
import io.github.claudebridge.telegram.testing.internal.text.TextPipeline;
import io.github.claudebridge.telegram.testing.internal.transport.Parameters;
import java.util.Map;
import java.util.function.Consumer;

/** Sending one file, and asking for the link to one. */
final class FileMethods {

    private static final Map<String, String> SENDING = Map.of(
            "sendDocument", "document",
            "sendPhoto", "photo",
            "sendVoice", "voice",
            "sendAudio", "audio",
            "sendVideo", "video",
            "sendAnimation", "animation");

    private final Targets targets;
    private final Sender sender;
    private final FileStore files;
    private final FileParameters parameters;
    private final LintLog lints;

    FileMethods(Targets targets, Sender sender, FileStore files, LintLog lints) {
        this.targets = targets;
        this.sender = sender;
        this.files = files;
        this.parameters = new FileParameters(files);
        this.lints = lints;
    }

    void register(MethodRegistry registry) {
        SENDING.forEach((method, kind) -> registry.add(method, call -> send(call, method, kind)));
        registry.add("getFile", this::getFile);
    }

    private JsonNode send(Parameters call, String method, String kind) {
        Target target = targets.read(call);
        long chatId = target.chat().id();
        Consumer<String> lint = line -> lints.add(method, chatId, line);
        FormattedText caption = TextPipeline.read(call, TextField.CAPTION, lint);
        StoredFile file = parameters.read(call, kind, kind, lint);
        sender.charge(method, target.chat());
        ObjectNode content = FileJson.content(file);
        content.setAll(MessageContent.caption(caption));
        return sender.post(target, content);
    }

    private JsonNode getFile(Parameters call) {
        if (!call.has("file_id")) {
            throw ApiError.badRequest("file_id not specified");
        }
        StoredFile file = files.find(call.text("file_id"))
                .orElseThrow(() -> ApiError.badRequest("wrong file_id or the file is temporarily unavailable"));
        return FileJson.plain(file).put("file_path", files.link(file));
    }
}
