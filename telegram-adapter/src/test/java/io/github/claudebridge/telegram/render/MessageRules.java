package io.github.claudebridge.telegram.render;

import java.util.ArrayList;
import java.util.List;

/** What must hold for every message, written without a look at how messages are made. */
final class MessageRules {

    private MessageRules() {}

    /** What is wrong with the messages; empty when all is well. */
    static List<String> violations(List<RenderedMessage> messages) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            RenderedMessage message = messages.get(i);
            List<String> here = new ArrayList<>();
            text(message.text(), here);
            if (message.entities().size() > 100) {
                here.add(message.entities().size() + " entities");
            }
            message.entities().forEach(entity -> entity(entity, message.text(), here));
            pairs(message.entities(), here);
            int number = i;
            here.forEach(wrong -> found.add("message " + number + ": " + wrong));
        }
        return found;
    }

    private static void text(String text, List<String> found) {
        if (text.length() > 4096) {
            found.add("too long: " + text.length());
        }
        if (!text.strip().equals(text) || text.isBlank()) {
            found.add("white space at an end, or nothing else");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean forbidden = (c < ' ' && c != '\n') || (c >= '\u2028' && c <= '\u202E');
            boolean lone = Character.isSurrogate(c) && !isPaired(text, i);
            if (forbidden || lone) {
                found.add("U+%04X at %d".formatted((int) c, i));
            }
        }
    }

    private static boolean isPaired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    private static void entity(TextEntity entity, String text, List<String> found) {
        if (entity.end() > text.length()) {
            found.add("ends after the text: " + entity);
            return;
        }
        if (tearsPair(text, entity.offset()) || tearsPair(text, entity.end())) {
            found.add("tears a surrogate pair: " + entity);
        }
        if (text.substring(entity.offset(), entity.end()).isBlank()) {
            found.add("covers white space only: " + entity);
        }
    }

    private static boolean tearsPair(String text, int position) {
        return position > 0
                && position < text.length()
                && Character.isLowSurrogate(text.charAt(position))
                && Character.isHighSurrogate(text.charAt(position - 1));
    }

    private static void pairs(List<TextEntity> entities, List<String> found) {
        for (int i = 0; i < entities.size(); i++) {
            for (int j = i + 1; j < entities.size(); j++) {
                pair(entities.get(i), entities.get(j), found);
            }
        }
    }

    private static void pair(TextEntity first, TextEntity second, List<String> found) {
        if (second.offset() < first.offset()
                || (second.offset() == first.offset() && second.length() > first.length())) {
            found.add("not in order: " + first + ", " + second);
        }
        if (second.offset() >= first.end()) {
            return;
        }
        if (second.end() > first.end()) {
            found.add("cross: " + first + ", " + second);
        }
        if (first.type().isCode() || (second.type().isCode() && !first.type().isQuote())) {
            found.add("code and another: " + first + ", " + second);
        }
        if (first.type() == second.type() || second.type().isQuote()) {
            found.add("must not be nested: " + first + ", " + second);
        }
    }
}
