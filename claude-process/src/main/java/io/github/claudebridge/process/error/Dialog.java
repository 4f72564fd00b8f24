package io.github.claudebridge.process.error;

/** What the interactive Claude Code can show before its prompt. */
public enum Dialog {
    /** The questions of its first start: colours, login. */
    ONBOARDING(
            "it asks the questions of its first start",
            "Run 'claude' in a terminal once, or let .claude.json say that it has completed onboarding."),
    /** Whether the folder is trusted. */
    TRUST(
            "it asks whether the folder is trusted",
            "Look at what is in the folder; then answer in a terminal, or let .claude.json say that it is trusted."),
    /** Whether the API key in the environment may be used. */
    API_KEY(
            "it asks whether to use the API key in its environment",
            "Answer in a terminal, or let .claude.json approve the key."),
    /** It cannot reach what it needs for its first start. */
    NO_CONNECTION("it cannot reach Anthropic", "Check the network; then start it again.");

    private final String meaning;
    private final String nextStep;

    Dialog(String meaning, String nextStep) {
        this.meaning = meaning;
        this.nextStep = nextStep;
    }

    /** What is shown, as half a sentence. */
    String meaning() {
        return meaning;
    }

    /** What to do about it, as a sentence. */
    String nextStep() {
        return nextStep;
    }
}
