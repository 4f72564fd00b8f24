package io.github.claudebridge.telegram.testing;

/**
 * One button under a message. Immutable.
 *
 * @param text what stands on it
 * @param action the field of the Bot API that says what it does, such as {@code callback_data}, {@code url} or {@code copy_text}
 * @param value the value of that field; JSON when it is an object
 * @param style {@code danger}, {@code success}, {@code primary}, or empty
 */
public record Button(String text, String action, String value, String style) {}
