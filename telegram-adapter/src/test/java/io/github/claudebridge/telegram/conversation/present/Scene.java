package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.process.Outcome;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.MessageStarted;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.event.ToolResult;
import io.github.claudebridge.process.event.ToolUse;
import io.github.claudebridge.process.event.Usage;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.session.OutputMode;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.Answer;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.RecordingChat;
import io.github.claudebridge.telegram.conversation.TurnPlace;
import io.github.claudebridge.telegram.conversation.TurnView;
import io.github.claudebridge.telegram.internal.ManualTimers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;

/** One turn, event by event, in a chat in memory. */
final class Scene {

    static final ChatId CHAT = new ChatId(7);

    final RecordingChat chat = new RecordingChat();
    final ManualTimers time = new ManualTimers();
    final TurnView view;

    private Scene(OutputMode mode, boolean asked, boolean inFront) {
        TurnPlace place =
                new TurnPlace(SessionName.of("work"), CHAT, new DeliveryKey("update/1"), mode, asked, inFront, 0);
        view = new Views(chat, time, time).open(place);
    }

    static Scene in(OutputMode mode) {
        return new Scene(mode, true, true);
    }

    /** A turn that is long enough for a draft. */
    static Scene withDraft() {
        Scene scene = in(OutputMode.DEFAULT);
        scene.time.pass(Duration.ofSeconds(1));
        return scene;
    }

    static Scene elsewhere(OutputMode mode) {
        return new Scene(mode, true, false);
    }

    static Scene unasked() {
        return new Scene(OutputMode.DEFAULT, false, true);
    }

    Scene then(ClaudeEvent event) {
        view.on(event);
        return this;
    }

    /** The only answer. */
    Answer ends(TurnResult turn) {
        view.end(turn).join();
        return chat.answers().get(chat.answers().size() - 1);
    }

    String lastHeadline() {
        List<String> headlines = chat.drafts().get(chat.drafts().size() - 1).headlines();
        return headlines.get(headlines.size() - 1);
    }

    static ToolUse use(String id, String tool, Map<String, String> input) {
        return new ToolUse(id, tool, Json.of(input), null);
    }

    static ToolResult result(String id, String text, boolean error) {
        return new ToolResult(id, text, error, null, null);
    }

    static Output piece(String text) {
        return new Output(text, true, "m", null, false, false);
    }

    static Output block(String text, String message) {
        return new Output(text, false, message, null, false, false);
    }

    static MessageStarted message(String id) {
        return new MessageStarted(id, null);
    }

    static TurnResult completed(String text) {
        return turn(text, Outcome.COMPLETED, OptionalInt.empty());
    }

    static TurnResult turn(String text, Outcome outcome, OptionalInt status) {
        return new TurnResult(
                UUID.randomUUID(),
                List.of(UUID.randomUUID()),
                text,
                outcome,
                "",
                outcome != Outcome.COMPLETED,
                false,
                List.of(),
                status,
                Usage.NONE,
                OptionalDouble.of(0.03),
                0.03,
                Duration.ofSeconds(42),
                1,
                null,
                null,
                List.of());
    }
}
