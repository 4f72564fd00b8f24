package io.github.claudebridge.telegram.conversation.files;

/**
 * What became of a file that was to be sent. Immutable.
 *
 * @param sent whether it is on its way, and will arrive also if the program ends now
 * @param words that say so, or why not and what to do, for people and for Claude; plain text
 */
public record Departure(boolean sent, String words) {

    static Departure refused(String words) {
        return new Departure(false, words);
    }
}
