package io.github.claudebridge.process.testing.internal.tui;

import io.github.claudebridge.process.error.Dialog;
import java.util.List;

/** A dialog before the prompt: a question and two answers, of which the first ends the program. Not thread-safe. */
final class StartDialog {

    private final Dialog kind;
    private boolean second;

    StartDialog(Dialog kind) {
        this.kind = kind;
    }

    List<String> lines() {
        return List.of(
                question(),
                "",
                (second ? "   " : " \u276f ") + "No, exit",
                (second ? " \u276f " : "   ") + yes(),
                "",
                " Enter to confirm \u00b7 Esc to cancel");
    }

    private String question() {
        return switch (kind) {
            case TRUST -> " Quick safety check: Is this a project you created or one you trust?";
            case API_KEY -> " Do you want to use this API key?";
            case ONBOARDING -> " Let's get started. Choose the text style that looks best with your terminal";
            case NO_CONNECTION -> " Failed to connect to the API: no network in a stand-in";
        };
    }

    private String yes() {
        return kind == Dialog.TRUST ? "Yes, I trust this folder" : "Yes";
    }

    void move() {
        second = !second;
    }

    boolean isAccepted() {
        return second;
    }
}
