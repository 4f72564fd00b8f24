package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.Question;
import io.github.claudebridge.telegram.conversation.words.HelpWords;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.Plain;
import java.util.List;
import java.util.Optional;

/**
 * Takes what looks like a command and is none of the bot's: what is nearly one of them is asked about, everything else is Claude's.
 * Thread-safe.
 */
final class Typos {

    /** The first part of the keys of its questions. */
    static final String PREFIX = "typo";

    private static final String AS_IT_IS = "as ";
    private static final String CORRECTED = "do ";

    private final Reach reach;
    private final Commands commands;
    private final ClaudeCommands claude;

    Typos(Reach reach, Commands commands) {
        this.reach = reach;
        this.commands = commands;
        this.claude = new ClaudeCommands(reach.conversations());
    }

    /** The command that may have been meant; empty if there is none, or Claude has the one that was written. */
    Optional<String> meant(CommandText text, Optional<SessionName> session) {
        List<String> names = commands.manuals().stream().map(Manual::name).toList();
        return claude.has(text.name(), session) ? Optional.empty() : NearMiss.of(text.name(), names);
    }

    Reply ask(CommandText text, String meant, CommandCall call, String written) {
        String corrected = ("/" + meant + " " + text.argument()).strip();
        return Reply.ask(new Question(
                Plain.text(HelpWords.didYouMean(text.name(), meant)),
                List.of(
                        new Choice(CORRECTED + corrected, "/" + meant),
                        new Choice(AS_IT_IS + written, HelpWords.AS_IT_IS)),
                call.person()));
    }

    Reply chosen(Press press) {
        String text = press.choice().substring(AS_IT_IS.length());
        if (press.choice().startsWith(AS_IT_IS)) {
            return Reply.prompt(reach.chats().require(press.chat(), press.userId()), text);
        }
        CommandText corrected = CommandText.parse(text).orElseThrow();
        return commands.find(corrected.name())
                .map(command ->
                        command.run(new CommandCall(press.chat(), press.userId(), corrected.argument(), press.key())))
                .orElse(Reply.NOTHING);
    }
}
