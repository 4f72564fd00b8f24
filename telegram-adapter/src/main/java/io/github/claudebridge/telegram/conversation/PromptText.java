package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.telegram.journal.PromptPart;
import java.util.List;

/** Makes one text of the messages of a prompt. */
final class PromptText {

    /** Telegram cuts what is pasted into messages of 4,096 characters, at a blank near the end. */
    private static final int PROBABLY_CUT = 4_000;

    private PromptText() {}

    static String of(List<PromptPart> parts) {
        StringBuilder text = new StringBuilder();
        boolean cut = false;
        for (PromptPart part : parts) {
            if (part.text().isBlank()) {
                continue;
            }
            if (!text.isEmpty()) {
                text.append(cut ? "\n" : "\n\n");
            }
            text.append(part.text());
            cut = isProbablyCut(part.text());
        }
        return text.toString();
    }

    /** Whether a message looks like the beginning of a longer text. */
    static boolean isProbablyCut(String text) {
        return text.length() >= PROBABLY_CUT;
    }
}
