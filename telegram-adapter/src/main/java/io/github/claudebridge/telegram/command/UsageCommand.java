package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.log.Usage;
import io.github.claudebridge.telegram.conversation.FileToSend;
import io.github.claudebridge.telegram.conversation.words.FileManuals;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.UsageWords;
import io.github.claudebridge.telegram.usage.UsageChart;
import io.github.claudebridge.telegram.usage.UsageSummary;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Shows what the sessions of a person have used, per session and per day, with a picture. */
final class UsageCommand implements Command {

    private static final int CHART_DAYS = 14;
    private static final int MOST_SESSIONS = 12;

    private final Reach reach;
    private final MadeFiles made;

    UsageCommand(Reach reach) {
        this.reach = reach;
        this.made = new MadeFiles(reach.store().home());
    }

    @Override
    public Manual manual() {
        return FileManuals.USAGE;
    }

    @Override
    public Reply run(CommandCall call) {
        return reach.working(() -> {
            List<Session> sessions = reach.chats().visible(call.userId()).stream()
                    .flatMap(entry -> reach.store().find(entry.name()).stream())
                    .toList();
            ZoneId zone = ZoneId.systemDefault();
            LocalDate today = LocalDate.ofInstant(reach.clock().instant(), zone);
            UsageSummary summary = UsageSummary.of(sessions, zone);
            if (summary.days().isEmpty()) {
                return Reply.say(UsageWords.NOTHING);
            }
            UsageChart.png(summary.last(CHART_DAYS, today)).ifPresent(png -> send(call, png));
            return Reply.show(words(summary, today));
        });
    }

    private void send(CommandCall call, byte[] png) {
        FileToSend picture =
                made.make(call.key(), "usage.png", out -> out.write(png)).shownAsPhoto();
        CompletableFuture<Void> unused =
                reach.chat().files(call.chat(), call.key().with("chart"), List.of(picture), "");
    }

    private static String words(UsageSummary summary, LocalDate today) {
        List<String> lines = new ArrayList<>();
        lines.add(UsageWords.line("Today", numbers(summary.sum(1, today))));
        lines.add(UsageWords.line("7 days", numbers(summary.sum(7, today))));
        lines.add(UsageWords.line("30 days", numbers(summary.sum(30, today))));
        lines.add(UsageWords.line("In all", numbers(summary.total())));
        lines.add("");
        summary.sessions().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<SessionName, Usage> entry) ->
                                entry.getValue().costUsd())
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_SESSIONS)
                .forEach(entry -> lines.add(UsageWords.line(entry.getKey().value(), numbers(entry.getValue()))));
        return String.join("\n", lines);
    }

    private static String numbers(Usage usage) {
        return UsageWords.numbers(usage.costUsd().doubleValue(), UsageSummary.tokens(usage), usage.turns());
    }
}
