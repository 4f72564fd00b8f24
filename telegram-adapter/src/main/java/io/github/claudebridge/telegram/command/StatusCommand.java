package io.github.claudebridge.telegram.command;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.Plain;
import io.github.claudebridge.telegram.conversation.words.StatusWords;
import io.github.claudebridge.telegram.conversation.words.TalkManuals;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows how the session of the chat and the bot are. */
final class StatusCommand implements Command {

    private final Reach reach;

    StatusCommand(Reach reach) {
        this.reach = reach;
    }

    @Override
    public Manual manual() {
        return TalkManuals.STATUS;
    }

    @Override
    public Reply run(CommandCall call) {
        SessionName session = reach.chats().require(call.chat(), call.userId());
        Metadata metadata = reach.store().get(session).metadata();
        Optional<ClaudeProcess> claude = reach.conversations().live(session);
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Session", session.value() + ", persona " + metadata.persona());
        lines.put("State", state(session, metadata, claude));
        claude.ifPresent(process -> lines.put("Process", Long.toString(process.pid())));
        lines.put("Model", model(session, metadata));
        lines.put("Mode", reach.store().grants().of(session).permissionMode().word());
        lines.put("Output", metadata.outputMode().word());
        lines.put("Sleeps after", StatusWords.minutes(metadata.idleTimeout()));
        lines.put(
                "Used",
                Plain.count(metadata.turns(), "turn", "turns") + ", "
                        + Plain.money(metadata.totalCostUsd().doubleValue()));
        lines.put("Folder", reach.store().grants().workingDirectory(session).toString());
        lines.put(
                "Bot",
                StatusWords.bot(
                        reach.bot().version(),
                        Duration.between(reach.bot().upSince(), reach.clock().instant())));
        return Reply.say(lines.entrySet().stream()
                .map(line -> StatusWords.line(line.getKey(), line.getValue()))
                .collect(Collectors.joining("\n")));
    }

    private String state(SessionName session, Metadata metadata, Optional<ClaudeProcess> claude) {
        String word = claude.map(ClaudeProcess::status)
                .map(status -> status.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse(metadata.status().word());
        return StatusWords.state(
                word,
                reach.conversations().of(session).waiting(),
                claude.filter(ClaudeProcess::hasBackgroundWork).isPresent());
    }

    private String model(SessionName session, Metadata metadata) {
        String chosen = metadata.model();
        return chosen != null
                ? chosen
                : reach.store().get(session).persona().settings().model().orElse("default");
    }
}
