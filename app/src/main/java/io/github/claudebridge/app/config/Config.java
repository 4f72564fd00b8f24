package io.github.claudebridge.app.config;

import io.github.claudebridge.app.log.LogSettings;
import io.github.claudebridge.telegram.budget.BudgetSettings;
import io.github.claudebridge.telegram.conversation.ClaudeCommand;
import io.github.claudebridge.telegram.conversation.batch.BatchWindow;
import io.github.claudebridge.telegram.conversation.question.QuestionSettings;
import io.github.claudebridge.telegram.gateway.TelegramSettings;
import io.github.claudebridge.telegram.program.Program;
import io.github.claudebridge.telegram.program.Script;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the bot runs with.
 *
 * @param home the folder that holds everything the bot keeps
 * @param allowedUsers the Telegram users who are served; never empty
 * @param questions when Claude's questions are asked again and given up, and whether asking can be switched off
 * @param batching how long messages wait for others that belong to them
 * @param log how the log looks
 * @param metrics where health and metrics are served, on loopback; empty for nowhere
 * @param budgets what may be spent in a day
 * @param transcriber makes text of voice messages; empty for nothing
 * @param commands the programs of the host that are commands
 * @param warnings what is not wrong, but should be looked at, each with what to do
 */
public record Config(
        Path home,
        TelegramSettings telegram,
        Set<Long> allowedUsers,
        ClaudeCommand claude,
        QuestionSettings questions,
        BatchWindow batching,
        LogSettings log,
        Optional<InetSocketAddress> metrics,
        BudgetSettings budgets,
        Optional<Program> transcriber,
        List<Script> commands,
        List<String> warnings) {
    public Config {
        allowedUsers = Collections.unmodifiableSet(new LinkedHashSet<>(allowedUsers));
        commands = List.copyOf(commands);
        warnings = List.copyOf(warnings);
    }

    /** The part of it that works without Telegram. */
    public LocalConfig local() {
        return new LocalConfig(home, claude, questions, allowedUsers);
    }
}
