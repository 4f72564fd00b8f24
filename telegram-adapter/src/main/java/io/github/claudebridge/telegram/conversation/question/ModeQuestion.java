package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.session.PermissionMode;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.Choice.Style;
import io.github.claudebridge.telegram.conversation.Question;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which mode shall a session have? The answer means the same after a restart. */
public final class ModeQuestion {

    private static final Pattern CHOICE = Pattern.compile("([a-z_]+) ([A-Za-z0-9_-]{1,64})");

    private ModeQuestion() {}

    /**
     * What was chosen.
     *
     * @param mode for this session
     */
    public record Answer(SessionName session, PermissionMode mode) {}

    /**
     * The question about a session, without a sound, because somebody has asked for it.
     *
     * @param userId who asked for it; 0 if unknown
     * @throws io.github.claudebridge.session.SessionException if its mode cannot be read
     */
    public static Question of(SessionName session, Modes modes, long userId) {
        List<Choice> choices = modes.choosable().stream()
                .map(mode -> new Choice(
                        mode.word() + " " + session.value(),
                        QuestionWords.label(QuestionWords.mode(mode)),
                        mode == PermissionMode.BYPASS ? Style.DANGER : Style.PLAIN))
                .toList();
        String asked = Markup.plain(modes.describe(session));
        return new Question(asked, choices, userId == 0 ? Set.of() : Set.of(userId)).quietly();
    }

    /** What a choice means; empty where it is none of these. */
    public static Optional<Answer> read(String choiceId) {
        Matcher choice = CHOICE.matcher(choiceId);
        return choice.matches()
                ? Modes.named(choice.group(1)).map(mode -> new Answer(SessionName.of(choice.group(2)), mode))
                : Optional.empty();
    }
}
