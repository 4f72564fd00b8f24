package io.github.claudebridge.process.testing.internal.model;

import java.time.Duration;

/**
 * A text cut at its first white space.
 *
 * @param first the first word, empty where there is none
 * @param rest what follows it, without white space around
 */
record Words(String first, String rest) {

    static Words of(String text) {
        String stripped = text.strip();
        for (int i = 0; i < stripped.length(); i++) {
            if (Character.isWhitespace(stripped.charAt(i))) {
                return new Words(stripped.substring(0, i), stripped.substring(i).strip());
            }
        }
        return new Words(stripped, "");
    }

    Words next() {
        return of(rest);
    }

    String restOr(String otherwise) {
        return rest.isEmpty() ? otherwise : rest;
    }

    long number(long otherwise) {
        return first.isEmpty() ? otherwise : Long.parseLong(first);
    }

    Duration seconds() {
        return Duration.ofMillis(Math.round(Double.parseDouble(first) * 1000));
    }
}
