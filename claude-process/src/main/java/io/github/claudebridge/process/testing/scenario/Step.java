package io.github.claudebridge.process.testing.scenario;

/**
 * One step of a scenario.
 *
 * @param verb what is done
 * @param argument what it is done with, empty where nothing is needed
 */
public record Step(Verb verb, String argument) {

    /** Reads a step from its line. */
    static Step parse(String line) {
        int space = line.indexOf(' ');
        String word = space < 0 ? line : line.substring(0, space);
        return new Step(Verb.named(word), space < 0 ? "" : line.substring(space + 1));
    }

    /** The step as a line of a scenario file. */
    @Override
    public String toString() {
        return argument.isEmpty() ? verb.word() : verb.word() + " " + argument;
    }

    /** The first word of the argument. */
    String firstWord() {
        int space = argument.indexOf(' ');
        return space < 0 ? argument : argument.substring(0, space);
    }

    /** The argument without its first word. */
    String afterFirstWord() {
        int space = argument.indexOf(' ');
        return space < 0 ? "" : argument.substring(space + 1);
    }
}
