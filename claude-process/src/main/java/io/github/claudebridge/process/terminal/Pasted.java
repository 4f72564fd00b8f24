package io.github.claudebridge.process.terminal;

import java.nio.charset.StandardCharsets;

/** A text between the marks that tell a program that it was pasted and not typed. */
final class Pasted {

    private static final String BEGIN = "\u001b[200~";
    private static final String END = "\u001b[201~";

    private Pasted() {}

    /** The bytes that a terminal sends; line ends go as the key that makes them, as terminals do. */
    static byte[] bytes(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        lines.chars().filter(Pasted::isControl).findFirst().ifPresent(control -> {
            throw new IllegalArgumentException(
                    "A pasted text must not hold the control character " + Integer.toHexString(control));
        });
        return (BEGIN + lines.replace('\n', '\r') + END).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\t';
    }
}
