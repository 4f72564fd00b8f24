package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.process.event.ToolUse;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.telegram.conversation.words.TurnWords;
import java.util.List;

/** Claude's to-do list, as it wrote it last. Not thread-safe. */
final class TodoList {

    private List<Json> items = List.of();

    void on(ToolUse use) {
        if (use.name().equals("TodoWrite")) {
            items = use.input().get("todos").map(Json::elements).orElse(List.of());
        }
    }

    /** The line with the point that is being worked on, if there is one. */
    String with(String doing) {
        long done = items.stream().filter(item -> is(item, "completed")).count();
        return items.stream()
                .filter(item -> is(item, "in_progress"))
                .findFirst()
                .flatMap(item -> item.string("activeForm").or(() -> item.string("content")))
                .map(item -> TurnWords.onList(doing, (int) done + 1, items.size(), item))
                .orElse(doing);
    }

    private static boolean is(Json item, String status) {
        return item.string("status").filter(status::equals).isPresent();
    }
}
