package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.Question;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.Plain;
import io.github.claudebridge.telegram.conversation.words.StatusWords;
import io.github.claudebridge.telegram.conversation.words.TalkManuals;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets how long a session stays awake without a message. */
final class TimeoutCommand implements Command {

    private static final Pattern MINUTES = Pattern.compile("(\\d{1,3})( ?m(in(utes?)?)?)?");
    private static final int MOST = 120;
    private static final List<Integer> OFFERED = List.of(5, 10, 30, 60, 120);

    private final Reach reach;

    TimeoutCommand(Reach reach) {
        this.reach = reach;
    }

    @Override
    public Manual manual() {
        return TalkManuals.TIMEOUT;
    }

    @Override
    public Reply run(CommandCall call) {
        SessionName session = reach.chats().require(call.chat(), call.userId());
        return call.argument().isEmpty() ? offer(session, call) : set(session, minutes(call.argument()));
    }

    private Reply offer(SessionName session, CommandCall call) {
        Duration now = reach.store().get(session).metadata().idleTimeout();
        List<Choice> choices = OFFERED.stream()
                .map(minutes -> new Choice(Integer.toString(minutes), StatusWords.minutes(Duration.ofMinutes(minutes))))
                .toList();
        String asked = Plain.text(StatusWords.timeout(session.value(), now));
        return Reply.ask(session.value(), new Question(asked, choices, call.person()));
    }

    private static Duration minutes(String text) {
        Matcher form = MINUTES.matcher(text.toLowerCase(Locale.ROOT));
        int minutes = form.matches() ? Integer.parseInt(form.group(1)) : 0;
        if (minutes < 1 || minutes > MOST) {
            throw new Refusal(StatusWords.badTimeout(text));
        }
        return Duration.ofMinutes(minutes);
    }

    private Reply set(SessionName session, Duration timeout) {
        reach.store().update(session, edit -> edit.idleTimeout(timeout));
        reach.conversations().idleTimeout(session, timeout);
        return Reply.say(StatusWords.timeoutChosen(session.value(), timeout));
    }

    @Override
    public Reply chosen(Press press) {
        return set(reach.chats().existing(press.subject(), press.userId()), minutes(press.choice()));
    }
}
