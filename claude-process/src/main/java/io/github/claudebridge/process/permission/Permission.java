package io.github.claudebridge.process.permission;

import io.github.claudebridge.process.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A decision about a tool use. Immutable and thread-safe. */
public sealed interface Permission {

    /** Lets it happen. */
    static Allow allow() {
        return new Allow(null, List.of());
    }

    /**
     * Lets something else happen instead.
     *
     * @param input the changed input, complete
     */
    static Allow allow(Json input) {
        return new Allow(input, List.of());
    }

    /**
     * Denies it; the model goes on.
     *
     * @param reason is told to the model
     */
    static Deny deny(String reason) {
        return new Deny(reason, false);
    }

    /**
     * Denies it and stops the turn.
     *
     * @param reason is told to the model
     */
    static Deny denyAndInterrupt(String reason) {
        return new Deny(reason, true);
    }

    /**
     * Answers the questions of a request.
     *
     * @param request a request with {@link PermissionRequest#questions()}
     * @param answers the answer (a label, several joined by a comma and a blank, or free text) for each question's text
     */
    static Allow answer(PermissionRequest request, Map<String, String> answers) {
        Map<String, @Nullable Object> input =
                new LinkedHashMap<>(request.input().toMap());
        input.put("answers", answers);
        return allow(Json.of(input));
    }

    /**
     * Lets it happen.
     *
     * @param input what shall happen; null for what was asked
     * @param rules rules to apply from now on
     */
    record Allow(@Nullable Json input, List<PermissionRule> rules) implements Permission {

        public Allow {
            rules = List.copyOf(rules);
        }

        /** The same with one more rule. */
        public Allow with(PermissionRule rule) {
            List<PermissionRule> more = new ArrayList<>(rules);
            more.add(rule);
            return new Allow(input, more);
        }
    }

    /**
     * Denies it.
     *
     * @param reason is told to the model
     * @param interrupt whether the turn ends too
     */
    record Deny(String reason, boolean interrupt) implements Permission {}
}
