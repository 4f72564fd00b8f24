package io.github.claudebridge.telegram.conversation.question;

import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.WORK;
import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.answer;
import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.labels;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.session.PermissionMode;
import io.github.claudebridge.telegram.testing.SentMessage;
import org.junit.jupiter.api.Test;

class PlanTest extends QuestionTest {

    private static final String PLAN = "{\"plan\":\"# Do it\\n\\n1. **Look**\\n2. Change\"}";

    @Test
    void a_plan_is_approved_and_carried_out() throws Exception {
        fixture.modes.change(WORK, PermissionMode.PLAN, 7).join();
        Turn turn = fixture.prompt("plan anything ;; say ready");
        SentMessage question = fixture.question();
        assertThat(question.text()).startsWith("work has a plan.").endsWith("anything");
        assertThat(labels(question)).containsExactly("Approve", "Approve, and accept edits", "Keep planning…");
        fixture.press(question, "Approve");

        assertThat(answer(turn)).isEqualTo("ready");
        assertThat(fixture.audited(3).get(1).path("kind").asText()).isEqualTo("plan");
        assertThat(fixture.store.grants().of(WORK).permissionMode())
                .as("there is nothing more to plan")
                .isEqualTo(PermissionMode.ASK);
    }

    @Test
    void a_plan_is_approved_together_with_its_edits() throws Exception {
        Turn turn = fixture.prompt("plan anything ;; say ready");
        fixture.press(fixture.question(), "Approve, and accept edits");

        assertThat(answer(turn)).isEqualTo("ready");
        assertThat(fixture.audited(2).get(0).path("detail").asText()).contains("setMode", "acceptEdits");
        assertThat(fixture.store.grants().of(WORK).permissionMode()).isEqualTo(PermissionMode.ACCEPT_EDITS);
    }

    @Test
    void the_next_message_says_what_should_be_different() throws Exception {
        Turn turn = fixture.prompt("plan anything ;; say ready");
        SentMessage question = fixture.question();
        fixture.press(question, "Keep planning…");
        assertThat(fixture.said("what should be different").silent()).isTrue();
        fixture.ann.sends("ok, but smaller");

        assertThat(answer(turn)).isEqualTo("ready");
        assertThat(fixture.closed(question).text()).endsWith("✎ ok, but smaller");
        assertThat(fixture.audited(1).get(0).path("detail").asText())
                .isEqualTo("The user wants another plan: ok, but smaller");
        assertThat(fixture.store.grants().of(WORK).permissionMode()).isEqualTo(PermissionMode.ASK);
    }

    @Test
    void a_reply_is_feedback_or_a_plain_yes() {
        PlanDialog dialog = new PlanDialog(Requests.of("ExitPlanMode", PLAN), PermissionMode.ASK, false);
        assertThat(((Step.Decided) dialog.written("ok")).permission()).isInstanceOf(Permission.Allow.class);
        assertThat(((Step.Decided) dialog.written("ok, but smaller")).permission())
                .isEqualTo(Permission.deny("The user wants another plan: ok, but smaller"));
        assertThat(dialog.takesNextMessage()).isFalse();
    }

    @Test
    void a_plan_never_switches_the_bypass_on() throws Exception {
        fixture.store.grants().change(WORK, grants -> grants.withPermissionMode(PermissionMode.BYPASS));
        Turn turn = fixture.prompt("plan anything ;; say ready");
        fixture.press(fixture.question(), "Approve");

        assertThat(answer(turn)).isEqualTo("ready");
        assertThat(fixture.audited(1).get(0).path("decision").asText()).isEqualTo("allow");
        assertThat(fixture.audited(1).get(0).path("detail").asText())
                .as("the rules")
                .isEmpty();
        assertThat(new PlanDialog(Requests.of("ExitPlanMode", PLAN), PermissionMode.BYPASS, false).chosen("approve"))
                .isInstanceOfSatisfying(
                        Step.Decided.class,
                        step -> assertThat(step.permission()).isEqualTo(Permission.allow()));
    }

    @Test
    void the_plan_is_shown_as_it_was_written() {
        PlanDialog dialog = new PlanDialog(Requests.of("ExitPlanMode", PLAN), PermissionMode.ASK, false);
        assertThat(dialog.card().markdown()).endsWith("\n\n# Do it\n\n1. **Look**\n2. Change");
        assertThat(dialog.card().whole()).isEmpty();
    }

    @Test
    void a_very_long_plan_comes_as_a_file_too() {
        String plan = "{\"plan\":\"" + "step\\n".repeat(3_000) + "\"}";
        Card card = new PlanDialog(Requests.of("ExitPlanMode", plan), PermissionMode.ASK, false).card();
        assertThat(card.markdown()).contains("All of it is in the file").hasSizeLessThan(3_000);
        assertThat(card.whole().orElseThrow().name()).isEqualTo("plan.md");
    }

    @Test
    void who_may_change_files_anyway_is_not_asked_about_it() {
        PlanDialog dialog = new PlanDialog(Requests.of("ExitPlanMode", PLAN), PermissionMode.ACCEPT_EDITS, false);
        assertThat(dialog.choices()).hasSize(2);
        assertThat(dialog.chosen("approve"))
                .isInstanceOfSatisfying(
                        Step.Decided.class, step -> assertThat(step.mode()).contains(PermissionMode.ACCEPT_EDITS));
    }
}
