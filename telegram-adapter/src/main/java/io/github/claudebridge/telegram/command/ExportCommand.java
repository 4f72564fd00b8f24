package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.log.ConversationLog;
import io.github.claudebridge.session.log.ExportFormat;
import io.github.claudebridge.session.log.LogExport;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Question;
import io.github.claudebridge.telegram.conversation.words.FileManuals;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.Plain;
import io.github.claudebridge.telegram.conversation.words.UsageWords;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Sends the log of a session as a file. */
final class ExportCommand implements Command {

    private final Reach reach;
    private final MadeFiles made;

    ExportCommand(Reach reach) {
        this.reach = reach;
        this.made = new MadeFiles(reach.store().home());
    }

    @Override
    public Manual manual() {
        return FileManuals.EXPORT;
    }

    @Override
    public Reply run(CommandCall call) {
        SessionName session = reach.chats().require(call.chat(), call.userId());
        return call.argument().isEmpty() ? offer(session, call) : export(session, call.argument(), call.key());
    }

    private static Reply offer(SessionName session, CommandCall call) {
        List<Choice> choices = Arrays.stream(ExportFormat.values())
                .map(format -> new Choice(format.extension(), UsageWords.format(format.extension())))
                .toList();
        return Reply.ask(
                session.value(),
                new Question(Plain.text(UsageWords.whichFormat(session.value())), choices, call.person()));
    }

    private Reply export(SessionName session, String wanted, DeliveryKey key) {
        ExportFormat format = Arrays.stream(ExportFormat.values())
                .filter(known -> known.extension().equals(wanted.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Refusal.usage(manual()));
        ConversationLog log = ConversationLog.of(reach.store(), session);
        return reach.working(() -> Reply.file(made.make(
                        key,
                        session.value() + "." + format.extension(),
                        out -> new LogExport(ZoneId.systemDefault()).write(session, log, format, out))
                .asDocument()));
    }

    @Override
    public Reply chosen(Press press) {
        return export(reach.chats().existing(press.subject(), press.userId()), press.choice(), press.key());
    }
}
