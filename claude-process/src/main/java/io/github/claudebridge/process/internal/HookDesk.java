package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.hook.HookInput;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.protocol.CliQuestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs the hooks of the host. Thread-safe. */
final class HookDesk {

    private final Map<String, HookRegistration> hooks = new LinkedHashMap<>();
    private final Consumer<ClaudeError> errors;

    HookDesk(List<HookRegistration> registrations, Consumer<ClaudeError> errors) {
        this.errors = errors;
        for (HookRegistration registration : registrations) {
            hooks.put("hook-" + (hooks.size() + 1), registration);
        }
    }

    /** Tells the CLI which hooks there are. */
    void register(Map<String, @Nullable Object> initialization) {
        Map<String, List<Object>> events = new LinkedHashMap<>();
        hooks.forEach((id, hook) -> {
            Map<String, @Nullable Object> matcher = new LinkedHashMap<>();
            matcher.put("matcher", hook.matcher());
            matcher.put("hookCallbackIds", List.of(id));
            events.computeIfAbsent(hook.event().wireName(), event -> new ArrayList<>())
                    .add(matcher);
        });
        if (!events.isEmpty()) {
            initialization.put("hooks", events);
        }
    }

    CompletableFuture<Optional<Json>> run(CliQuestion.RunHook question) {
        HookRegistration hook = hooks.get(question.callbackId());
        if (hook == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return CompletableFuture.supplyAsync(
                () -> Optional.of(decide(hook, question.input())), SharedThreads.CALLBACKS);
    }

    private Json decide(HookRegistration hook, Json input) {
        try {
            return hook.handler().run(new HookInput(input)).json();
        } catch (Throwable failure) {
            errors.accept(new ClaudeError.CallbackFailed("hook " + hook.event().wireName(), failure));
            return Json.EMPTY_OBJECT;
        }
    }
}
