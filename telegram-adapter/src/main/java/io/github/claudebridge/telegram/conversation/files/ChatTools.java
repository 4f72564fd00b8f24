package io.github.claudebridge.telegram.conversation.files;

import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.mcp.JavaMcpServer;
import io.github.claudebridge.process.mcp.JavaMcpTool;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.Answer;
import io.github.claudebridge.telegram.conversation.Audience;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.SessionKeys;
import io.github.claudebridge.telegram.conversation.SessionSetup;
import io.github.claudebridge.telegram.conversation.TurnWatch;
import io.github.claudebridge.telegram.conversation.question.Sessions;
import io.github.claudebridge.telegram.conversation.words.TurnWords;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tools by which Claude reaches the chat it works for: one sends a file, one a message. They need no permission of their own, because
 * what a file may leave from is judged by {@link FilesOut}. Thread-safe.
 */
public final class ChatTools implements SessionSetup, TurnWatch {

    private static final String SERVER = "chat";
    private static final int LONGEST = 20_000;

    private final FilesOut out;
    private final Chat chat;
    private final Sessions sessions;

    /** Complete when the turn is over in which Claude waits for people. */
    private final Map<SessionName, CompletableFuture<Void>> turns = new ConcurrentHashMap<>();

    public ChatTools(FilesOut out, Chat chat, Sessions sessions) {
        this.out = out;
        this.chat = chat;
        this.sessions = sessions;
    }

    @Override
    public String systemPrompt() {
        return "The user reads you in a chat. To give them a file, call the tool mcp__chat__send_file with its path.";
    }

    @Override
    public void prepare(SessionName session, ClaudeProcessBuilder builder) {
        JavaMcpTool sendFile = new JavaMcpTool(
                "send_file",
                "Sends a file to the user's chat, at once. Files in the working directory are sent without asking; for others the user"
                        + " is asked first. At most 50 MB; links are not sent.",
                schema(
                        "path",
                        "the file, absolute or relative to the working directory",
                        "caption",
                        "a line of Markdown below it"),
                arguments -> sendFile(session, arguments));
        JavaMcpTool sendMessage = new JavaMcpTool(
                "send_message",
                "Sends a message to the user's chat, at once and without a sound, while you go on working.",
                schema("text", "Markdown", "", ""),
                arguments -> sendMessage(session, arguments));
        builder.mcpServer(JavaMcpServer.of(SERVER, sendFile, sendMessage))
                .options(options -> options.allowedTools(
                        "mcp__" + SERVER + "__" + sendFile.name(), "mcp__" + SERVER + "__" + sendMessage.name()));
    }

    /** An object with a text that must be there, and one that may be. */
    private static Json schema(String required, String what, String optional, String whatElse) {
        Map<String, ?> first = Map.of("type", "string", "description", what);
        return Json.of(Map.of(
                "type",
                "object",
                "properties",
                optional.isEmpty()
                        ? Map.of(required, first)
                        : Map.of(required, first, optional, Map.of("type", "string", "description", whatElse)),
                "required",
                List.of(required)));
    }

    private String sendFile(SessionName session, Json arguments) throws ToolRefusal {
        String path = text(arguments, "path");
        String caption = arguments.string("caption").orElse("");
        Audience audience = audience(session);
        CompletableFuture<Void> over = turns.computeIfAbsent(session, name -> new CompletableFuture<>());
        CompletableFuture<Departure> departure = new CompletableFuture<>();
        CompletableFuture<Void> unused = out.send(
                        session, audience, SessionKeys.about(session), path, headed(session, audience, caption), over)
                .handle((result, failure) -> {
                    departure.complete(failure == null ? result : Departure.refused(FileWords.UNREADABLE));
                    return null;
                });
        CompletableFuture<Void> unusedToo =
                over.thenRun(() -> departure.complete(Departure.refused("Not sent: the turn has ended.")));
        Departure result = departure.join();
        if (!result.sent()) {
            throw new ToolRefusal(result.words());
        }
        return result.words();
    }

    private String sendMessage(SessionName session, Json arguments) throws ToolRefusal {
        String text = text(arguments, "text");
        if (text.length() > LONGEST) {
            throw new ToolRefusal("Too long: at most " + LONGEST + " characters. Write a file, and send that.");
        }
        Audience audience = audience(session);
        CompletableFuture<Void> unused = chat.answer(
                audience.chat(),
                SessionKeys.about(session),
                Answer.of(headed(session, audience, text)).silent());
        return "Sent.";
    }

    /** Where people talk to another session, it is said who speaks. */
    private String headed(SessionName session, Audience audience, String text) {
        return sessions.isFront(session, audience.chat())
                ? text
                : (TurnWords.from(session.value()) + "\n\n" + text).strip();
    }

    private Audience audience(SessionName session) throws ToolRefusal {
        return sessions.audience(session)
                .orElseThrow(() -> new ToolRefusal("Nobody has written to this session since the bot was started."));
    }

    private static String text(Json arguments, String name) throws ToolRefusal {
        return arguments
                .string(name)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new ToolRefusal("The argument '" + name + "' is missing."));
    }

    /** Nobody is asked any more for what a turn wanted that is over. */
    @Override
    public void settled(SessionName session, Audience audience) {
        CompletableFuture<Void> over = turns.remove(session);
        if (over != null) {
            over.complete(null);
        }
    }
}
