package io.github.claudebridge.process.terminal;

import io.github.claudebridge.process.error.Dialog;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person would see at a glance in the terminal of a Claude Code. Stateless. */
final class Sight {

    private static final String RULE = "\u2500\u2500\u2500";
    private static final String PROMPT = "\u276f";
    private static final String CANCEL = "Esc to cancel";
    private static final Map<String, Dialog> WORDS = Map.of(
            "Choose the text style", Dialog.ONBOARDING,
            "Let's get started", Dialog.ONBOARDING,
            "Select login method", Dialog.ONBOARDING,
            "Yes, I trust this folder", Dialog.TRUST,
            "Do you want to use this API key", Dialog.API_KEY,
            "Failed to connect to", Dialog.NO_CONNECTION);

    private Sight() {}

    /** Whether there is the box that a prompt is typed into: a line between two rules. */
    static boolean isAtPrompt(Screen screen) {
        List<String> lines = screen.lines();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).startsWith(PROMPT) && lines.get(i - 1).startsWith(RULE)) {
                return lines.subList(i + 1, lines.size()).stream().anyMatch(line -> line.startsWith(RULE));
            }
        }
        return false;
    }

    /** The dialog before the prompt that is open. */
    static Optional<Dialog> dialog(Screen screen) {
        return WORDS.entrySet().stream()
                .filter(entry -> screen.shows(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether it waits for a decision within a turn. */
    static boolean isAsking(Screen screen) {
        return screen.shows(CANCEL) && !isAtPrompt(screen);
    }
}
