package io.github.claudebridge.telegram.conversation.words;

/** What the commands say that set something for a session. */
public final class CommandWords {

    private CommandWords() {}

    public static String modeChosen(String session, String mode) {
        return "Output of " + session + ": " + mode + ". It counts from the next turn on.";
    }

    public static String model(String session, String model) {
        return "The model of " + session + " is " + model + ". Choose another here, or with /model <name>.";
    }

    public static String modelChosen(String session, String model) {
        return "Model of " + session + ": " + model + ".";
    }

    public static String noModel(String model, String reason) {
        return "“" + Plain.excerpt(model, 40) + "” cannot be a model: " + reason + ".";
    }
}
