package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens and money of a session: sums since its first turn, and of the running turn. Thread-safe. */
final class Accounts {
    private static final double LARGE_MODEL_FACTOR = 4;
    private static final double DOLLARS_PER_INPUT_TOKEN = 1e-6;
    private static final double DOLLARS_PER_OUTPUT_TOKEN = 5e-6;
    private static final int CONTEXT_WINDOW = 1_000_000;

    private final Map<String, Tokens> total = new LinkedHashMap<>();
    private Tokens turn = Tokens.NONE;

    private record Tokens(long input, long output) {
        static final Tokens NONE = new Tokens(0, 0);

        Tokens plus(Tokens more) {
            return new Tokens(input + more.input, output + more.output);
        }

        double dollars(String model) {
            double small = input * DOLLARS_PER_INPUT_TOKEN + output * DOLLARS_PER_OUTPUT_TOKEN;
            return model.contains("haiku") ? small : small * LARGE_MODEL_FACTOR;
        }
    }

    synchronized void startTurn() {
        turn = Tokens.NONE;
    }

    synchronized void add(String model, long input, long output) {
        Tokens tokens = new Tokens(input, output);
        total.merge(model, tokens, Tokens::plus);
        turn = turn.plus(tokens);
    }

    synchronized void clear() {
        total.clear();
    }

    synchronized double dollars() {
        return total.entrySet().stream()
                .mapToDouble(entry -> entry.getValue().dollars(entry.getKey()))
                .sum();
    }

    /** The tokens of this turn, as a result reports them. */
    synchronized JsonObject turnUsage() {
        return JsonObject.of(
                "input_tokens",
                turn.input(),
                "cache_creation_input_tokens",
                0,
                "cache_read_input_tokens",
                0,
                "output_tokens",
                turn.output(),
                "service_tier",
                "standard");
    }

    /** The sums by model, as a result reports them. */
    synchronized JsonObject modelUsage() {
        JsonObject usage = JsonObject.of();
        total.forEach((model, tokens) -> usage.with(
                model,
                JsonObject.of(
                        "inputTokens",
                        tokens.input(),
                        "outputTokens",
                        tokens.output(),
                        "cacheReadInputTokens",
                        0,
                        "cacheCreationInputTokens",
                        0,
                        "webSearchRequests",
                        0,
                        "costUSD",
                        tokens.dollars(model),
                        "contextWindow",
                        CONTEXT_WINDOW)));
        return usage;
    }

    /** The line of a transcript that keeps the sums. */
    JsonObject state() {
        return JsonObject.of("type", "cost-state", "totalCostUSD", dollars(), "modelUsage", modelUsage());
    }

    /** Takes over what such a line holds. */
    synchronized void restore(JsonObject state) {
        total.clear();
        JsonObject usage = state.object("modelUsage");
        for (String model : usage.keys()) {
            JsonObject tokens = usage.object(model);
            total.put(model, new Tokens(tokens.number("inputTokens", 0), tokens.number("outputTokens", 0)));
        }
    }
}
