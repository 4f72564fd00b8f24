package io.github.claudebridge.telegram.command;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in the form of a command.
 *
 * @param name the name without the slash, in lower case
 * @param argument what follows, without surrounding blanks
 */
record CommandText(String name, String argument) {

    /** In groups Telegram appends the bot's name: {@code /help@some_bot}. */
    private static final Pattern FORM =
            Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@[A-Za-z0-9_]+)?(?:\\s+(.*))?", Pattern.DOTALL);

    /** What is written with two slashes is meant for Claude, whatever the bot's own commands are; it gets one. */
    static String verbatim(String text) {
        return text.startsWith("//") ? text.substring(1) : text;
    }

    static Optional<CommandText> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String argument = matcher.group(2) == null ? "" : matcher.group(2).strip();
        return Optional.of(new CommandText(matcher.group(1).toLowerCase(Locale.ROOT), argument));
    }
}
