package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.session.SessionStatus;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.FakeUser;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The way of a message through the packaged program, twice in one process and once more after a restart. */
final class WholePath {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final FakeTelegram telegram;
    private final FakeUser ann;
    private final BotHome home;

    WholePath(Path folder, FakeTelegram telegram, List<String> claude, Map<String, String> environment)
            throws Exception {
        this.telegram = telegram;
        this.ann = telegram.user(BotHome.ANN, "Ann");
        this.home = BotHome.configure(folder, telegram, claude, environment);
    }

    void walk() throws Exception {
        long pid;
        try (BotProcess bot = home.run()) {
            answers("say hello", "hello");
            pid = claudePid();
            answers("say hello again", "hello again");
            assertThat(claudePid()).as("the same process").isEqualTo(pid);
            await("both turns are in the books")
                    .atMost(LIMIT)
                    .until(() -> home.session("default").turns() == 2);
            stop(bot, pid);
        }
        try (BotProcess bot = home.run()) {
            assertThat(ask("history").text()).startsWith("Resuming session (idle ");
            SentMessage memory = telegram.awaitMessage(
                    BotHome.ANN, LIMIT, message -> message.text().contains("history"));
            assertThat(memory.text()).contains("say hello", "say hello again");
            long next = claudePid();
            assertThat(next).isNotEqualTo(pid);
            stop(bot, next);
        }
        assertThat(telegram.lint()).isEmpty();
        assertThat(telegram.chatActions(BotHome.ANN)).as("typing was shown").isNotEmpty();
    }

    private long claudePid() {
        await("the metadata names the process")
                .atMost(LIMIT)
                .until(() -> home.session("default").pid() != null);
        return Objects.requireNonNull(home.session("default").pid());
    }

    private void answers(String prompt, String answer) {
        assertThat(ask(prompt).text()).isEqualTo(answer);
    }

    private SentMessage ask(String prompt) {
        int before = telegram.messages(BotHome.ANN).size();
        ann.sends(prompt);
        return telegram.awaitMessages(BotHome.ANN, LIMIT, messages -> messages.size() > before)
                .get(before);
    }

    private void stop(BotProcess bot, long claudePid) throws Exception {
        List<ProcessHandle> tree = bot.descendants();
        assertThat(tree).extracting(ProcessHandle::pid).contains(claudePid);
        bot.terminate();
        assertThat(bot.exitCode()).as(bot.errors()).isEqualTo(143);
        assertThat(tree).as("the bot has ended what it started").noneMatch(ProcessHandle::isAlive);
        assertThat(home.session("default").status()).isEqualTo(SessionStatus.SUSPENDED);
        assertThat(home.session("default").pid()).isNull();
        assertThat(bot.errors()).doesNotContain("Exception", "ERROR");
    }
}
