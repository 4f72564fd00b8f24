package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.permission.PermissionRequest;
import io.github.claudebridge.process.permission.PermissionRule;
import io.github.claudebridge.session.PermissionMode;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.Choice.Style;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shall a plan be carried out?
 *
 * @param granted what Claude may do in the session without asking, plans apart
 * @param waitsForFeedback whether somebody began to say what should be different
 */
record PlanDialog(PermissionRequest request, PermissionMode granted, boolean waitsForFeedback) implements Dialog {

    private static final String APPROVE = "approve";
    private static final String ACCEPT_EDITS = "accept-edits";
    private static final String KEEP_PLANNING = "keep-planning";

    /** What a chat shows in a few messages. */
    private static final int SHOWN = 10_000;

    @Override
    public Card card() {
        String plan = request.plan().map(String::strip).orElse("");
        if (plan.isEmpty()) {
            return new Card(QuestionWords.NO_PLAN);
        }
        return plan.length() <= SHOWN
                ? new Card(QuestionWords.PLAN + "\n\n" + plan)
                : new Card(
                        QuestionWords.PLAN + "\n\n" + Excerpt.of(plan).shown() + "\n\n"
                                + QuestionWords.MORE_IN_THE_FILE,
                        Optional.of(new Card.Whole("plan.md", plan)));
    }

    @Override
    public List<Choice> choices() {
        Choice approve = new Choice(APPROVE, QuestionWords.APPROVE, Style.SUCCESS);
        Choice keepPlanning = Choice.staying(KEEP_PLANNING, QuestionWords.KEEP_PLANNING);
        return granted == PermissionMode.ASK
                ? List.of(approve, new Choice(ACCEPT_EDITS, QuestionWords.APPROVE_AND_ACCEPT_EDITS), keepPlanning)
                : List.of(approve, keepPlanning);
    }

    @Override
    public Step chosen(String choiceId) {
        return switch (choiceId) {
            case APPROVE -> approved(granted);
            case ACCEPT_EDITS -> approved(PermissionMode.ACCEPT_EDITS);
            default -> new Step.Stays(new PlanDialog(request, granted, true), QuestionWords.WRITE_FEEDBACK);
        };
    }

    @Override
    public Step written(String text) {
        return !waitsForFeedback && YesOrNo.isYes(text)
                ? approved(granted)
                : new Step.Decided(Permission.deny(QuestionWords.planRefused(text)));
    }

    /** The CLI goes over to asking by itself. The bypass is never switched on by an answer. */
    private static Step approved(PermissionMode mode) {
        Permission.Allow allow = Permission.allow();
        boolean asks = mode == PermissionMode.ASK || mode == PermissionMode.BYPASS;
        PermissionRule rule = new PermissionRule(
                Json.of(Map.of("type", "setMode", "mode", WireMode.of(mode).wireName(), "destination", "session")));
        return new Step.Decided(asks ? allow : allow.with(rule), Optional.of(mode));
    }

    @Override
    public boolean takesNextMessage() {
        return waitsForFeedback;
    }
}
