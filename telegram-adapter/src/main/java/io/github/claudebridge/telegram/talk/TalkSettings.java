package io.github.claudebridge.telegram.talk;

import io.github.claudebridge.telegram.budget.BudgetSettings;
import io.github.claudebridge.telegram.conversation.batch.BatchWindow;
import io.github.claudebridge.telegram.conversation.question.QuestionSettings;
import io.github.claudebridge.telegram.program.Program;
import io.github.claudebridge.telegram.program.Script;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the owner of a bot decides about its conversations. Immutable.
 *
 * @param questions when Claude's questions are asked again and given up, and whether asking can be switched off
 * @param batching how long messages wait for others that belong to them
 * @param owners the numbers of those who may change what concerns the whole machine; empty for everybody who may use the bot
 * @param budgets what may be spent in a day
 * @param transcriber makes text of voice messages, as {@link io.github.claudebridge.telegram.conversation.files.Transcriber} says; empty for
 *     nothing
 * @param scripts programs of the host that are commands
 */
public record TalkSettings(
        QuestionSettings questions,
        BatchWindow batching,
        Set<Long> owners,
        BudgetSettings budgets,
        Optional<Program> transcriber,
        List<Script> scripts) {

    /** What is usual. */
    public static final TalkSettings DEFAULT = new TalkSettings(
            QuestionSettings.DEFAULT, BatchWindow.DEFAULT, Set.of(), BudgetSettings.NONE, Optional.empty(), List.of());

    public TalkSettings {
        owners = Set.copyOf(owners);
        scripts = List.copyOf(scripts);
    }

    /** The same with other questions. */
    public TalkSettings with(QuestionSettings other) {
        return new TalkSettings(other, batching, owners, budgets, transcriber, scripts);
    }

    /** The same with another window for messages that belong together. */
    public TalkSettings with(BatchWindow other) {
        return new TalkSettings(questions, other, owners, budgets, transcriber, scripts);
    }

    /** The same with these owners. */
    public TalkSettings ownedBy(Set<Long> people) {
        return new TalkSettings(questions, batching, people, budgets, transcriber, scripts);
    }

    /** The same with other budgets. */
    public TalkSettings with(BudgetSettings other) {
        return new TalkSettings(questions, batching, owners, other, transcriber, scripts);
    }

    /** The same with a program that makes text of voice messages. */
    public TalkSettings hearingWith(Program program) {
        return new TalkSettings(questions, batching, owners, budgets, Optional.of(program), scripts);
    }

    /** The same with these programs as commands. */
    public TalkSettings with(List<Script> other) {
        return new TalkSettings(questions, batching, owners, budgets, transcriber, other);
    }
}
