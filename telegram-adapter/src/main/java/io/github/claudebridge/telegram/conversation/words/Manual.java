package io.github.claudebridge.telegram.conversation.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What people are told about a command. Immutable.
 *
 * @param name without the slash: {@code [a-z0-9_]{1,32}}, as Telegram's menu demands
 * @param arguments what follows the name, as the help shows it; empty if nothing does
 * @param summary what it does, in a few words that start with a verb, at most 256 characters
 * @param details the rest, in whole sentences; may be empty
 * @param examples how it is used
 * @param traits what else is to be known
 */
public record Manual(
        String name, String arguments, String summary, String details, List<Example> examples, Set<Trait> traits) {

    /**
     * A use of a command.
     *
     * @param text as it is written in the chat
     * @param outcome what comes of it
     */
    public record Example(String text, String outcome) {}

    /** What is special about a command. */
    public enum Trait {
        /** Only in a private chat, because it is about more than one conversation. */
        PRIVATE,
        /** It takes something away, so it asks before. */
        ASKS_FIRST
    }

    public Manual {
        examples = List.copyOf(examples);
        traits = Set.copyOf(traits);
    }

    /** A command of which nothing more is to be said. */
    public static Manual of(String name, String arguments, String summary) {
        return new Manual(name, arguments, summary, "", List.of(), Set.of());
    }

    /** The same with more about it. */
    public Manual saying(String more) {
        return new Manual(name, arguments, summary, more, examples, traits);
    }

    /** The same with one more example. */
    public Manual with(String text, String outcome) {
        List<Example> more = new ArrayList<>(examples);
        more.add(new Example(text, outcome));
        return new Manual(name, arguments, summary, details, more, traits);
    }

    /** The same with these traits. */
    public Manual being(Trait... special) {
        return new Manual(name, arguments, summary, details, examples, Set.of(special));
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** The command as it is written, with what may follow it. */
    public String usage() {
        return ("/" + name + " " + arguments).strip();
    }
}
