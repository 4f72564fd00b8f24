package io.github.claudebridge.app.config;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into words as a POSIX shell does: at blanks, with quotes and backslashes, and nothing is expanded. */
public final class ShellWords {

    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private ShellWords(String line) {
        this.line = line;
    }

    /**
     * The words of a line.
     *
     * @throws ConfigException if a quote is not closed or a backslash ends the line
     */
    public static List<String> split(String line) throws ConfigException {
        return new ShellWords(line).split();
    }

    private List<String> split() throws ConfigException {
        while (at < line.length()) {
            char c = line.charAt(at++);
            switch (c) {
                case ' ', '\t', '\n' -> endWord();
                case '\'' -> singleQuoted();
                case '"' -> doubleQuoted();
                case '\\' -> append(escaped());
                default -> append(c);
            }
        }
        endWord();
        return List.copyOf(words);
    }

    private void singleQuoted() throws ConfigException {
        int end = line.indexOf('\'', at);
        if (end < 0) {
            throw unclosed("'", at);
        }
        inWord = true;
        word.append(line, at, end);
        at = end + 1;
    }

    private void doubleQuoted() throws ConfigException {
        int begin = at;
        inWord = true;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '"') {
                return;
            }
            boolean escapes = c == '\\' && at < line.length() && "\"\\$`".indexOf(line.charAt(at)) >= 0;
            word.append(escapes ? line.charAt(at++) : c);
        }
        throw unclosed("\"", begin);
    }

    private char escaped() throws ConfigException {
        if (at == line.length()) {
            throw new ConfigException("The command ends with a backslash that escapes nothing.");
        }
        return line.charAt(at++);
    }

    private void append(char c) {
        inWord = true;
        word.append(c);
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    /** Says where, and not what: a command may carry a key. */
    private static ConfigException unclosed(String quote, int position) {
        return new ConfigException(
                "The command has a " + quote + " that is not closed, at character " + position + ".");
    }
}
