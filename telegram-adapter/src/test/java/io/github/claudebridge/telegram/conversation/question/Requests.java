package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.permission.PermissionRequest;
import io.github.claudebridge.process.permission.PermissionRule;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Requests as the CLI makes them. */
final class Requests {

    private Requests() {}

    /** A request to use a tool with this input. */
    static PermissionRequest of(String tool, String input, String... suggestions) {
        return of(tool, input, new CompletableFuture<>(), suggestions);
    }

    /** The same, which the CLI takes back when that completes. */
    static PermissionRequest of(String tool, String input, CompletableFuture<Void> withdrawn, String... suggestions) {
        List<PermissionRule> rules = Stream.of(suggestions)
                .map(suggestion -> new PermissionRule(Json.parse(suggestion)))
                .toList();
        return new PermissionRequest(
                "request-1",
                tool,
                tool,
                Json.parse(input),
                "",
                rules,
                null,
                "",
                "toolu_1",
                null,
                false,
                Json.parse(input).string("plan"),
                withdrawn);
    }
}
