package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.session.SessionName;
import java.util.List;

/** Puts the files that came with a prompt where Claude can use them. Thread-safe. */
@FunctionalInterface
public interface PromptFiles {

    /**
     * Fetches files into a session's folder. Blocks for the network and the disk.
     *
     * @param files in the order in which they were sent
     * @return what Claude is told of those that arrived, and people of those that did not
     * @throws io.github.claudebridge.session.SessionException if the session cannot take files; none was taken then
     */
    Fetched fetch(SessionName session, List<UserFile> files);

    /**
     * What became of files. Immutable.
     *
     * @param text names the files that are there, to go below the prompt; empty if none is
     * @param problems one text for each file that is not there or not understood, for the person who sent it
     * @param heard Markdown to be shown, one for each file that was turned into text
     */
    record Fetched(String text, List<String> problems, List<String> heard) {
        public Fetched {
            problems = List.copyOf(problems);
            heard = List.copyOf(heard);
        }

        /** Where nothing was turned into text. */
        public Fetched(String text, List<String> problems) {
            this(text, problems, List.of());
        }
    }
}
