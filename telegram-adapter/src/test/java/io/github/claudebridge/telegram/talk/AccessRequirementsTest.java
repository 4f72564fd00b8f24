package io.github.claudebridge.telegram.talk;

import static io.github.claudebridge.telegram.talk.TalkBot.ANN;
import static io.github.claudebridge.telegram.talk.TalkBot.BOB;
import static io.github.claudebridge.telegram.talk.TalkBot.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.access.Pairing;
import io.github.claudebridge.telegram.access.SessionAccess;
import io.github.claudebridge.telegram.testing.FakeGroup;
import io.github.claudebridge.telegram.testing.FakeUser;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is served, and that one person's sessions are kept from another. */
class AccessRequirementsTest {

    private static final long EVE = 666;
    private static final SessionName PLANS = SessionName.of("plans");

    @TempDir
    Path folder;

    private TalkBot bot;
    private FakeUser bob;

    @BeforeEach
    void annHasASession() {
        bot = new TalkBot(folder);
        bob = bot.telegram.user(BOB, "Bob");
        bot.ann.sends("/new plans");
        bot.saysSomethingWith("plans is ready");
    }

    @AfterEach
    void close() {
        bot.close();
    }

    private SentMessage bobHears(String part) {
        return bot.telegram.awaitMessage(BOB, LIMIT, message -> message.text().contains(part));
    }

    @Test
    void a_session_is_invisible_to_others_by_list_and_by_name() {
        bob.sends("/new garden");
        bobHears("garden is ready");
        bob.sends("/sessions");
        assertThat(bobHears("garden –").text()).doesNotContain("plans");
        bob.sends("/session plans");

        String refused = bobHears("plans").text();

        bob.sends("/session plant");
        assertThat(bobHears("plant").text())
                .as("the same is said of one that does not exist")
                .isEqualTo(refused.replace("plans", "plant"));
    }

    @Test
    void whoever_begins_where_the_first_session_is_another_s_gets_one_of_his_own() {
        bot.ann.sends("/new default");
        bot.saysSomethingWith("default is ready");
        bob.sends("say hello");

        bobHears("hello");

        SessionAccess access = new SessionAccess(bot.store);
        assertThat(access.owns(BOB, SessionName.of("default-2"))).isTrue();
        assertThat(access.mayUse(BOB, SessionName.of("default"))).isFalse();
    }

    @Test
    void a_session_that_is_shared_can_be_used_until_it_is_taken_back() {
        SessionAccess access = new SessionAccess(bot.store);
        access.share(PLANS, BOB);
        bob.sends("/session plans");
        bobHears("Now talking to plans");
        bob.sends("say together");
        bobHears("together");
        access.unshare(PLANS, BOB);

        bob.sends("say alone");

        bobHears("belongs to somebody else");
        assertThat(bot.telegram.messages(BOB))
                .noneMatch(message -> message.text().equals("alone"));
    }

    @Test
    void in_a_group_another_s_session_is_not_given_what_is_said() {
        FakeGroup group = bot.telegram.group(-100, "Team");
        bot.ann.in(group).sends("/session plans");
        bot.telegram.awaitMessage(-100, LIMIT, message -> message.text().contains("Now talking to plans"));

        bob.in(group).sends("/verbose");

        bot.telegram.awaitMessage(-100, LIMIT, message -> message.text().contains("belongs to somebody else"));
        assertThat(bot.session("plans").outputMode().word()).isEqualTo("default");
    }

    @Test
    void I_16_a_stranger_hears_nothing_and_gets_in_with_the_code_of_the_host() {
        FakeUser eve = bot.telegram.user(EVE, "Eve");
        eve.sends("hello?");
        String code = new Pairing(bot.store.home().resolve("state"), Clock.systemUTC()).open();
        eve.sends("22222-22222");
        eve.sends("/start " + code);

        SentMessage first = bot.telegram.awaitMessage(EVE, LIMIT, message -> true);

        assertThat(first.text()).contains("You are paired");
        eve.sends("say at last");
        bot.telegram.awaitMessage(EVE, LIMIT, message -> message.text().equals("at last"));
    }

    @Test
    void EXP_10_who_said_what_to_which_session_is_in_the_audit_log_but_not_the_words() throws IOException {
        bot.ann.sends("say a secret of mine");
        bot.saysSomethingWith("a secret of mine");

        assertThat(bot.store.home().resolve("state/audit.jsonl"))
                .content()
                .contains("\"kind\":\"command\"", "/new", "\"kind\":\"prompt\"", "20 characters", "\"user\":" + ANN)
                .doesNotContain("a secret of mine");
    }
}
