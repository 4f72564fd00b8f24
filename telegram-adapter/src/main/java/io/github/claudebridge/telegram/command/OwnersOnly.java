package io.github.claudebridge.telegram.command;

import io.github.claudebridge.telegram.conversation.words.HelpWords;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps the commands of Claude that change settings of the whole machine for the owner. Thread-safe. */
final class OwnersOnly {

    private static final Pattern SETTINGS =
            Pattern.compile("\\s*/+(config|settings)(?:@\\S*)?(?:\\s.*)?", Pattern.DOTALL);

    private final BotFacts bot;

    OwnersOnly(BotFacts bot) {
        this.bot = bot;
    }

    /** Why a text must not go to Claude; empty if it may. */
    Optional<String> refusal(String text, long userId) {
        Matcher settings = SETTINGS.matcher(text);
        return settings.matches() && !bot.isOwner(userId)
                ? Optional.of(HelpWords.ownersOnly("/" + settings.group(1)))
                : Optional.empty();
    }
}
