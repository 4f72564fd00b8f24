package io.github.claudebridge.telegram.testing.internal.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.BotCommand;
import io.github.claudebridge.telegram.testing.CallbackAnswer;
import io.github.claudebridge.telegram.testing.internal.Backend;
import io.github.claudebridge.telegram.testing.internal.chats.Access;
import io.github.claudebridge.telegram.testing.internal.chats.Chat;
import io.github.claudebridge.telegram.testing.internal.chats.Message;
import io.github.claudebridge.telegram.testing.internal.chats.MessageView;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import io.github.claudebridge.telegram.testing.internal.text.EntityJson;
import java.util.List;
import java.util.function.Supplier;

/** What the person sees: the list of chats and one of them, opened. Thread-safe. */
public final class PageState {

    private static final int MOST_MESSAGES = 300;
    private static final int PREVIEW = 80;

    private final long personId;
    private final Backend backend;
    private final Supplier<List<BotCommand>> commands;
    private final MessageJson messages;

    public PageState(long personId, Backend backend, Supplier<List<BotCommand>> commands) {
        this.personId = personId;
        this.backend = backend;
        this.commands = commands;
        this.messages = new MessageJson(personId);
    }

    /** The state as JSON on one line; the query says which chat and topic are open. */
    String snapshot(Query query) {
        return backend.world().read(() -> {
            ObjectNode state = Json.object().put("me", personId);
            state.putObject("bot")
                    .put("name", backend.bot().firstName())
                    .put("username", backend.bot().username());
            ArrayNode list = state.putArray("chats");
            visible().forEach(chat -> list.add(preview(chat)));
            ArrayNode menu = state.putArray("commands");
            commands.get()
                    .forEach(command ->
                            menu.addObject().put("name", command.name()).put("description", command.description()));
            List<CallbackAnswer> answers = backend.callbacks().answers();
            if (!answers.isEmpty()) {
                CallbackAnswer last = answers.get(answers.size() - 1);
                state.putObject("answer")
                        .put("id", last.queryId())
                        .put("text", last.text())
                        .put("alert", last.alert());
            }
            long chatId = query.number("chat");
            long topic = query.number("topic");
            visible().stream()
                    .filter(chat -> chat.id() == (chatId == 0 ? personId : chatId))
                    .forEach(chat -> state.set("open", open(chat, topic)));
            return Json.write(state);
        });
    }

    private List<Chat> visible() {
        return backend.chats().all().stream()
                .filter(chat -> chat.id() == personId || !chat.isPrivate())
                .filter(chat -> !(chat.access() instanceof Access.Migrated))
                .toList();
    }

    private ObjectNode preview(Chat chat) {
        ObjectNode json = Json.object()
                .put("id", chat.id())
                .put("title", chat.isPrivate() ? backend.bot().firstName() : chat.title())
                .put("type", chat.kind().name())
                .put(
                        "topical",
                        chat.isForum() || (chat.isPrivate() && backend.bot().topicsEnabled()));
        List<Message> all = chat.messages();
        if (!all.isEmpty()) {
            Message last = all.get(all.size() - 1);
            String text = last.text().isEmpty() ? kind(last) : last.text();
            json.put("last", text.substring(0, Math.min(PREVIEW, text.length())))
                    .put("date", last.json().path("date").asLong());
        }
        ArrayNode topics = json.putArray("topics");
        chat.topics()
                .forEach(topic -> topics.addObject()
                        .put("id", topic.id())
                        .put("name", topic.name())
                        .put("closed", topic.closed()));
        return json;
    }

    private static String kind(Message message) {
        return MessageView.of(message)
                .file()
                .map(file -> file.name().isEmpty() ? file.kind() : file.name())
                .orElse("");
    }

    private ObjectNode open(Chat chat, long topic) {
        ObjectNode json = Json.object().put("id", chat.id()).put("topic", topic).put("pinned", chat.pinned());
        List<Message> shown = chat.messages().stream()
                .filter(message -> message.threadId().orElse(0L) == topic)
                .toList();
        ArrayNode list = json.putArray("messages");
        shown.subList(Math.max(0, shown.size() - MOST_MESSAGES), shown.size())
                .forEach(message -> list.add(messages.of(message)));
        backend.drafts().shown(chat.id(), topic).ifPresent(draft -> {
            ObjectNode node = json.putObject("draft").put("text", draft.text()).put("canStop", draft.canStop());
            node.set("entities", EntityJson.write(draft.entities()));
        });
        return json.put("typing", backend.actions().shown(chat.id(), topic).isPresent());
    }
}
