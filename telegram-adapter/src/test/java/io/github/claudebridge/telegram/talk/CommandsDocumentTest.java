package io.github.claudebridge.telegram.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.telegram.conversation.words.HelpWords;
import io.github.claudebridge.telegram.conversation.words.Manual;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/commands.md} is made of what the commands tell about themselves. */
class CommandsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "commands.md");

    @TempDir
    Path folder;

    @Test
    void the_list_of_commands_is_up_to_date() throws IOException {
        String expected;
        try (TalkBot bot = new TalkBot(folder)) {
            expected = document(bot.commands());
        }
        if (Boolean.getBoolean("write-docs")) {
            Files.writeString(DOCUMENT, expected);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("Run: mvn -pl telegram-adapter -am verify -Dtest=CommandsDocumentTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dwrite-docs=true")
                .isEqualTo(expected);
    }

    private static String document(List<Manual> commands) {
        StringBuilder text = new StringBuilder("""
                # Commands

                What you can tell the bot itself, as `/help` and `/help <command>` tell it in the chat. Everything else you write goes to
                Claude, and so do Claude's own slash commands and skills, such as `/init`. Two slashes at the beginning pass a command
                on as it is, whatever the bot's own commands are: `//help`. `/config` of Claude is the owner's alone.

                Commands of your own come from the section `[commands]` of the [configuration](configuration.md).

                | Command | |
                |---|---|
                """);
        commands.forEach(command ->
                text.append("| `%s` | %s |%n".formatted(command.usage().replace("|", "\\|"), command.summary())));
        commands.stream().filter(CommandsDocumentTest::hasMore).forEach(command -> append(text, command));
        return text.toString();
    }

    private static boolean hasMore(Manual command) {
        return !HelpWords.about(command).isEmpty() || !command.examples().isEmpty();
    }

    private static void append(StringBuilder text, Manual command) {
        text.append("%n## /%s%n".formatted(command.name()));
        HelpWords.about(command).forEach(paragraph -> text.append("%n%s%n".formatted(paragraph)));
        if (!command.examples().isEmpty()) {
            text.append("\n");
        }
        command.examples().forEach(example -> text.append("- `%s` %s%n".formatted(example.text(), example.outcome())));
    }
}
