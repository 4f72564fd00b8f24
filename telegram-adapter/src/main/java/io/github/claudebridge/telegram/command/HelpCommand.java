package io.github.claudebridge.telegram.command;

import io.github.claudebridge.telegram.conversation.words.HelpWords;
import io.github.claudebridge.telegram.conversation.words.Manual;
import java.util.List;
import java.util.Locale;

/** Lists the commands, or tells more about one; as {@code start} it greets first, because every Telegram chat with a bot begins so. */
final class HelpCommand implements Command {

    private final Manual manual;
    private final String greeting;
    private final Commands commands;

    private HelpCommand(Manual manual, String greeting, Commands commands) {
        this.manual = manual;
        this.greeting = greeting;
        this.commands = commands;
    }

    static Command help(Commands commands) {
        return new HelpCommand(HelpWords.HELP, "", commands);
    }

    static Command start(Commands commands) {
        return new HelpCommand(HelpWords.START, HelpWords.GREETING, commands);
    }

    @Override
    public Manual manual() {
        return manual;
    }

    @Override
    public Reply run(CommandCall call) {
        String wanted = call.argument().replaceFirst("^/", "").toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || !greeting.isEmpty()) {
            return Reply.say(greeting + HelpWords.list(commands.manuals()));
        }
        List<String> names = commands.manuals().stream().map(Manual::name).toList();
        return commands.find(wanted)
                .map(command -> Reply.show(HelpWords.page(command.manual())))
                .orElseThrow(() -> new Refusal(HelpWords.noCommand(wanted, NearMiss.of(wanted, names))));
    }
}
