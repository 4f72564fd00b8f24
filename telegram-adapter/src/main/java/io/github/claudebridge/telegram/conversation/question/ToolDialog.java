package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.permission.PermissionRequest;
import io.github.claudebridge.session.PermissionMode;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.Choice.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * May a tool be used?
 *
 * @param shown the request as people may see it
 * @param waitsForReason whether somebody began to deny it with a reason
 */
record ToolDialog(PermissionRequest request, List<RuleOffer> offers, PermissionRequest shown, boolean waitsForReason)
        implements Dialog {

    private static final String ALLOW = "allow";
    private static final String DENY = "deny";
    private static final String REASON = "reason";
    private static final String RULE = "rule-";

    @Override
    public Card card() {
        Card card = ToolCard.of(shown);
        List<String> cut = offers.stream()
                .map(RuleOffer::words)
                .filter(words -> !QuestionWords.label(words).equals(words))
                .toList();
        return cut.isEmpty() ? card : new Card(card.markdown() + "\n\n" + QuestionWords.rulesInFull(cut), card.whole());
    }

    @Override
    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(ALLOW, QuestionWords.ALLOW, Style.SUCCESS));
        for (int i = 0; i < offers.size(); i++) {
            choices.add(new Choice(RULE + i, QuestionWords.label(offers.get(i).words())));
        }
        choices.add(new Choice(DENY, QuestionWords.DENY, Style.DANGER));
        choices.add(Choice.staying(REASON, QuestionWords.DENY_WITH_REASON));
        return choices;
    }

    @Override
    public Step chosen(String choiceId) {
        return switch (choiceId) {
            case ALLOW -> new Step.Decided(Permission.allow());
            case DENY -> new Step.Decided(Permission.deny(QuestionWords.DENIED));
            case REASON -> new Step.Stays(new ToolDialog(request, offers, shown, true), QuestionWords.WRITE_REASON);
            default -> allowWith(offers.get(Integer.parseInt(choiceId.substring(RULE.length()))));
        };
    }

    private static Step allowWith(RuleOffer offer) {
        return new Step.Decided(
                Permission.allow().with(offer.rule()),
                offer.acceptsEdits() ? Optional.of(PermissionMode.ACCEPT_EDITS) : Optional.empty());
    }

    /** A plain yes or no is what it says; everything else is a reason to deny it. */
    @Override
    public Step written(String text) {
        if (!waitsForReason && YesOrNo.isYes(text)) {
            return new Step.Decided(Permission.allow());
        }
        return new Step.Decided(
                Permission.deny(YesOrNo.isNo(text) ? QuestionWords.DENIED : QuestionWords.deniedBecause(text)));
    }

    @Override
    public boolean takesNextMessage() {
        return waitsForReason;
    }
}
