package io.github.claudebridge.telegram.conversation.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said about commands in general. */
public final class HelpWords {

    public static final Manual START = Manual.of("start", "", "Say hello and list the commands");

    public static final Manual HELP = Manual.of("help", "[command]", "List the commands, or explain one")
            .with("/help archive", "tells what /archive does, with examples");

    public static final String GREETING =
            "Hello. Write what Claude Code should do, as you would at its prompt; the answer comes back here.\n\n";

    private static final String ASKS_FIRST = "It asks before it does anything.";
    private static final String PRIVATE = "It works in a private chat only.";

    private HelpWords() {}

    public static String list(List<Manual> commands) {
        return commands.stream()
                .map(command -> command.usage() + " – " + command.summary())
                .collect(Collectors.joining(
                        "\n",
                        "",
                        "\n\nEverything else goes to Claude, its own slash commands too. Two slashes at the beginning"
                                + " pass a command on as it is: //help. More about one of these: /help <command>."));
    }

    /** All about one command, in Markdown. */
    public static String page(Manual command) {
        StringBuilder page = new StringBuilder("`" + command.usage() + "`\n\n" + Plain.text(command.summary()) + ".");
        about(command).forEach(more -> page.append("\n\n").append(Plain.text(more)));
        command.examples()
                .forEach(example ->
                        page.append("\n- `").append(example.text()).append("` ").append(Plain.text(example.outcome())));
        return page.toString();
    }

    /** What there is to say beyond the summary and the examples, by paragraphs. */
    public static List<String> about(Manual command) {
        List<String> paragraphs = new ArrayList<>();
        if (!command.details().isEmpty()) {
            paragraphs.add(command.details());
        }
        if (command.is(Manual.Trait.ASKS_FIRST)) {
            paragraphs.add(ASKS_FIRST);
        }
        if (command.is(Manual.Trait.PRIVATE)) {
            paragraphs.add(PRIVATE);
        }
        return paragraphs;
    }

    /** Said when a command has the wrong arguments. */
    public static String usage(Manual command) {
        return "It goes like this: " + command.usage() + ". More: /help " + command.name() + ".";
    }

    public static String noCommand(String name, Optional<String> near) {
        return "There is no command /" + Plain.excerpt(name, 40) + "."
                + near.map(other -> " Did you mean /" + other + "?").orElse("") + " /help lists all.";
    }

    /** Asked about what is nearly one of the commands. */
    public static String didYouMean(String written, String near) {
        return "There is no command /" + written + ". Did you mean /" + near + "?";
    }

    public static final String AS_IT_IS = "Send it to Claude as it is";

    /** Said in a group when a command is about more than the group should see. */
    public static String privateOnly(Manual command) {
        return "/" + command.name()
                + " shows things that are not everybody's business. Write it to me in our private chat.";
    }

    /** Said to somebody who wants to change the settings of the machine's Claude. */
    public static String ownersOnly(String command) {
        return command + " changes Claude's settings for everybody on this machine, so it is for the bot's owner only.";
    }
}
