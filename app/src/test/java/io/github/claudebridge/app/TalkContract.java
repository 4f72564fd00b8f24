package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.telegram.testing.SentMessage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What a person lives through in a chat with the bot, whichever Claude is behind it. */
abstract class TalkContract extends BotContract {

    @Override
    BotHome configure(TestedClaude claude) throws IOException {
        return super.configure(claude.with("--allowedTools", "Bash").seeing("CLAUDE_CODE_MAX_RETRIES", "0"));
    }

    @Test
    void SESS_02_two_sessions_work_at_once_and_the_one_that_is_left_answers_under_its_name() {
        ann.sends("/new alpha");
        heard("Session alpha is ready");
        ann.sends("slow 5 from alpha");
        telegram.await("alpha works", LIMIT, () -> !telegram.drafts(BotHome.ANN).isEmpty());
        ann.sends("/new beta");
        heard("Session beta is ready");
        ann.sends("say from beta");

        SentMessage beta = heard("from beta");
        SentMessage alpha = heard("from alpha");

        assertThat(beta.messageId()).as("beta does not wait for alpha").isLessThan(alpha.messageId());
        assertThat(beta.text()).startsWith("from beta");
        assertThat(alpha.text()).startsWith("▸ alpha");
        await("the answer is in the log")
                .atMost(LIMIT)
                .until(() -> Files.readString(work("alpha").resolve("conversation.jsonl"))
                        .contains("\"from alpha\""));
        ann.sends("/session alpha");
        assertThat(heard("Now talking to alpha").text()).contains("slow 5 from alpha", "Claude: from alpha");
        ann.sends("history");
        assertThat(heard("slow 5 from alpha / history").text()).doesNotContain("from beta");
    }

    @Test
    void MSG_07_a_turn_can_be_stopped_and_the_session_goes_on() {
        ann.sends("slow 600 never");
        telegram.await("it works", LIMIT, () -> !telegram.drafts(BotHome.ANN).isEmpty());
        ann.stopsDraft();
        heard("Stopped");

        ann.sends("say still here");

        assertThat(heard("still here").text()).startsWith("still here");
        assertThat(telegram.messages(BotHome.ANN))
                .noneMatch(message -> message.text().contains("never"));
    }

    @Test
    void MSG_06_what_is_written_meanwhile_comes_next() {
        ann.sends("slow 3 first");
        telegram.await("it works", LIMIT, () -> !telegram.drafts(BotHome.ANN).isEmpty());
        ann.sends("say second");
        ann.sends("say third");

        long first = heard("first").messageId();

        assertThat(heard("second").messageId()).isGreaterThan(first);
        heard("third");
    }

    @Test
    void a_background_task_ends_with_a_turn_that_nobody_asked_for() throws Exception {
        Path go = work("default").resolve("go");
        ann.sends("tool Bash {\"command\":\"until [ -e go ]; do sleep 0.1; done\",\"description\":\"wait\","
                + "\"run_in_background\":true} ;; say started");
        heard("started");

        Files.createFile(go);

        assertThat(heard("A background task has ended").silent())
                .as("the phone rings")
                .isFalse();
    }

    @Test
    void MSG_04_a_photo_is_saved_and_its_caption_is_the_prompt() throws Exception {
        ann.sendsPhoto(picture(), "Look at this:\nsay a nice picture");

        assertThat(heard("a nice picture").text()).startsWith("a nice picture");
        assertThat(work("default").resolve("inbox/photo.jpg")).hasBinaryContent(picture());
    }

    @Test
    void EXP_02_claude_s_own_commands_summarise_the_history_and_begin_afresh() {
        ann.sends("say to be forgotten");
        heard("to be forgotten");
        ann.sends("/compact");
        heard("The history was summarised");
        ann.sends("/clear");
        press(question("Shall Claude forget"), "Forget it");
        heard("Claude starts afresh");

        ann.sends("history");

        assertThat(said(message -> message.text().endsWith("history")).text()).doesNotContain("to be forgotten");
    }

    @Test
    void a_connection_that_breaks_is_told_and_the_session_goes_on() {
        ann.sends("drop");
        SentMessage told = heard("Claude could not finish");

        ann.sends("say next");

        assertThat(told.silent()).as("the phone rings").isFalse();
        assertThat(heard("next").text()).startsWith("next");
    }

    @Test
    void SESS_10_another_model_answers_from_the_next_prompt_on_in_the_same_process() {
        ann.sends("say hello");
        heard("hello");
        long pid = pid();
        ann.sends("/model haiku");
        heard("Model of default: haiku");
        ann.sends("inspect");

        assertThat(heard("\"model\"").text()).contains("haiku");
        assertThat(pid()).isEqualTo(pid);
    }

    @Test
    void a_model_that_there_is_not_is_told_with_the_way_out_and_the_session_goes_on() {
        ann.sends("error 404");
        assertThat(heard("Choose another model with /model").silent()).isFalse();
        ann.sends("say next");

        assertThat(heard("next").text()).startsWith("next");
    }

    @Test
    void a_claude_that_is_not_logged_in_says_how_to_log_in() {
        ann.sends("error 401");

        assertThat(heard("Claude Code is not logged in").text()).contains("/login");
    }

    private long pid() {
        return Objects.requireNonNull(home.session("default").pid());
    }

    static byte[] picture() throws Exception {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        return jpeg.toByteArray();
    }
}
