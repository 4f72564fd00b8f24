package io.github.claudebridge.telegram.testing.internal.methods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import io.github.claudebridge.telegram.testing.internal.rich.RichMessage;
import io.github.claudebridge.telegram.testing.internal.transport.Parameters;

/** Sending rich messages; left out when the server plays an older one. */
final class RichMethods {

    private final Targets targets;
    private final Sender sender;

    RichMethods(Targets targets, Sender sender) {
        this.targets = targets;
        this.sender = sender;
    }

    void register(MethodRegistry registry) {
        registry.add("sendRichMessage", this::send);
    }

    private JsonNode send(Parameters call) {
        Target target = targets.read(call);
        ObjectNode content = content(call);
        sender.charge("sendRichMessage", target.chat());
        return sender.post(target, content);
    }

    /** The fields of a message that hold the call's rich message. */
    static ObjectNode content(Parameters call) {
        ObjectNode content = Json.object();
        content.set("rich_message", RichMessage.read(call, false).json());
        return content;
    }
}
