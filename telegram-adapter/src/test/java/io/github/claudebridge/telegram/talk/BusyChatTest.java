package io.github.claudebridge.telegram.talk;

import static io.github.claudebridge.telegram.talk.TalkBot.ANN;
import static io.github.claudebridge.telegram.talk.TalkBot.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.testing.Draft;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusyChatTest {

    @TempDir
    Path folder;

    @Test
    void three_sessions_work_in_one_chat_and_somebody_speaks_from_outside() throws Exception {
        try (TalkBot bot = TalkBot.withShell(folder)) {
            begins(bot, "one");
            begins(bot, "two");
            begins(bot, "three");

            Instant spoken = Instant.now();
            bot.chat()
                    .notice(new ChatId(ANN), DeliveryKey.random(), "The backup is done.")
                    .join();
            bot.telegram.await(
                    "the draft is drawn again below what was said from outside",
                    LIMIT,
                    () -> drafts(bot).stream()
                            .anyMatch(draft -> draft.text().contains("begun by three")
                                    && draft.updatedAt().isAfter(spoken)));

            bot.release("one");
            bot.release("two");
            SentMessage one = bot.saysSomethingWith("ended by one");
            SentMessage two = bot.saysSomethingWith("ended by two");
            Instant others = Instant.now();
            assertThat(one.text()).startsWith("▸ one");
            assertThat(two.text()).startsWith("▸ two");
            bot.telegram.await(
                    "typing goes on for the third",
                    LIMIT,
                    () -> bot.telegram.chatActions(ANN).stream()
                            .anyMatch(action -> action.at().isAfter(others)));

            bot.ann.sends("/stop");
            assertThat(bot.saysSomethingWith("Stopped here").text()).startsWith("begun by three now");
            assertThat(List.of(one.silent(), two.silent())).containsOnly(false);
            bot.telegram.await(
                    "the last draft is gone", LIMIT, () -> drafts(bot).isEmpty());
        }
    }

    /** Gives a new session something to do, and waits until its draft is the only one that can be seen. */
    private static void begins(TalkBot bot, String session) {
        bot.ann.sends("/new " + session);
        bot.ann.sends("say begun by " + session + " now ++ " + TalkBot.UNTIL_RELEASED + " ;; say ended by " + session);
        bot.telegram.await(
                session + " is seen at work",
                LIMIT,
                () -> drafts(bot).size() == 1 && drafts(bot).get(0).text().contains("begun by " + session));
    }

    private static List<Draft> drafts(TalkBot bot) {
        return bot.telegram.drafts(ANN);
    }
}
