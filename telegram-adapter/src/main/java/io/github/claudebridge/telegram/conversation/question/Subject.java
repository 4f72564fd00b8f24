package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.permission.PermissionRequest;
import io.github.claudebridge.session.PermissionMode;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.audit.AuditEntry;
import io.github.claudebridge.telegram.conversation.Audience;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.Question;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a question is about. Immutable.
 *
 * @param audience who is asked
 */
record Subject(SessionName session, PermissionRequest request, Audience audience) {

    private static final String PLAN = "ExitPlanMode";

    /**
     * How it is put to people at first.
     *
     * @param granted what Claude may do in the session without asking
     * @param mask takes secrets out of a text
     */
    Dialog dialog(PermissionMode granted, UnaryOperator<String> mask) {
        if (!request.questions().isEmpty()) {
            return new SurveyDialog(request);
        }
        return request.toolName().equals(PLAN)
                ? new PlanDialog(request, granted == PermissionMode.PLAN ? PermissionMode.ASK : granted, false)
                : new ToolDialog(request, RuleOffer.of(request), masked(mask), false);
    }

    /** The request as people may see it. */
    private PermissionRequest masked(UnaryOperator<String> mask) {
        return new PermissionRequest(
                request.id(),
                request.toolName(),
                request.displayName(),
                MaskedJson.of(request.input(), mask),
                mask.apply(request.description()),
                request.suggestions(),
                request.blockedPath(),
                request.reason(),
                request.toolUseId(),
                request.agentId(),
                request.needsPerson(),
                request.plan().map(mask),
                request.withdrawn());
    }

    /** The question to show for a state of the dialog. */
    Question question(Card card, List<Choice> choices) {
        String asker = QuestionWords.asker(session.value(), request.agentId() != null);
        return new Question(asker + card.markdown(), choices, people(audience));
    }

    /** Who may answer, never everybody: where the person is unknown, whoever has the chat's number, as people have in private. */
    static Set<Long> people(Audience audience) {
        return Set.of(audience.userId() == 0 ? audience.chat().value() : audience.userId());
    }

    boolean isAskedOf(long userId) {
        return people(audience).contains(userId);
    }

    /** What is to be noted about its end. */
    AuditEntry entry(Ending ending) {
        return new AuditEntry(
                session.value(),
                ending.userId(),
                kind(),
                request.toolName() + " " + request.input().text(),
                ending.decision(),
                ending.permission().map(Subject::detail).orElse(""));
    }

    private String kind() {
        if (!request.questions().isEmpty()) {
            return "question";
        }
        return request.toolName().equals(PLAN) ? "plan" : "permission";
    }

    private static String detail(Permission permission) {
        if (permission instanceof Permission.Deny deny) {
            return deny.reason();
        }
        Permission.Allow allow = (Permission.Allow) permission;
        Json input = allow.input();
        return input != null
                ? input.text()
                : allow.rules().stream().map(rule -> rule.json().text()).collect(Collectors.joining(", "));
    }
}
