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

    /**
     * Said when a model was chosen.
     *
     * @param known whether Claude lists it, as far as that can be told
     */
    public static String modelChosen(String session, String model, boolean known) {
        return "Model of " + session + ": " + model + "."
                + (known ? "" : " Claude does not list it; if the next answer fails, choose another with /model.");
    }

    /**
     * Said when Claude does not take a model.
     *
     * @param current which model it is instead, as a sentence
     */
    public static String modelRefused(String model, String reason, String current) {
        return "Claude does not take “" + Plain.excerpt(model, 40) + "”: " + reason + " " + current;
    }

    /** Said when Claude did not answer whether it takes a model. */
    public static String modelNextTime(String session, String model) {
        return "Model of " + session + ": " + model
                + ". It counts from Claude's next start on; the one that runs did not answer.";
    }

    public static String noModel(String model, String reason) {
        return "“" + Plain.excerpt(model, 40) + "” cannot be a model: " + reason + ".";
    }
}
