package io.github.claudebridge.process.terminal;

import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.TurnResult;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A prompt that was sent and has not ended.
 *
 * @param promptId names it
 * @param text the prompt
 * @param result what becomes of it
 */
record OpenPrompt(UUID promptId, String text, CompletableFuture<TurnResult> result) implements Turn {

    /**
     * A prompt to type.
     *
     * @throws IllegalArgumentException for a text that is none
     */
    static OpenPrompt of(String text) {
        String prompt = text.strip();
        if (prompt.isEmpty() || prompt.startsWith("/") || prompt.startsWith("!")) {
            throw new IllegalArgumentException(
                    "A prompt is not blank and begins neither with a slash nor with an exclamation mark");
        }
        return new OpenPrompt(UUID.randomUUID(), prompt, new CompletableFuture<>());
    }

    /** Whether what the CLI says it was given is this prompt; it may have its own ways with white space. */
    boolean is(String submitted) {
        return squeezed(submitted).equals(squeezed(text));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
