package io.github.claudebridge.telegram.testing.internal.methods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.github.claudebridge.telegram.testing.CallbackAnswer;
import io.github.claudebridge.telegram.testing.internal.chats.Callbacks;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.transport.Parameters;

/** Answering the press of a button. */
final class CallbackMethods {

    private static final int LONGEST = 200;

    private final Callbacks callbacks;

    CallbackMethods(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    void register(MethodRegistry registry) {
        registry.add("answerCallbackQuery", this::answer);
    }

    private JsonNode answer(Parameters call) {
        String text = call.text("text");
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw ApiError.badRequest("MESSAGE_TOO_LONG");
        }
        callbacks.answer(new CallbackAnswer(call.text("callback_query_id"), text, call.flag("show_alert")));
        return BooleanNode.TRUE;
    }
}
