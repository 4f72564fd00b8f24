package io.github.claudebridge.telegram.talk;

import static io.github.claudebridge.telegram.talk.TalkBot.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.log.ConversationLog;
import io.github.claudebridge.session.log.LogEntry;
import io.github.claudebridge.telegram.testing.FakeUser;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyChatsTest {

    private static final int CHATS = 20;
    private static final int TURNS = 3;

    @TempDir
    Path folder;

    @Test
    void twenty_chats_with_sessions_of_their_own_stream_at_the_same_time_and_none_gets_what_belongs_to_another() {
        Set<Long> people = LongStream.range(100, 100 + CHATS).boxed().collect(Collectors.toSet());
        try (TalkBot bot = new TalkBot(folder, people)) {
            List<FakeUser> users = people.stream()
                    .map(id -> bot.telegram.user(id, "User" + id))
                    .toList();
            users.forEach(user -> user.sends("/new own" + user.id()));
            for (int turn = 0; turn < TURNS; turn++) {
                for (FakeUser user : users) {
                    user.sends("long 40 50 ++ say " + answer(user, turn));
                }
            }
            for (FakeUser user : users) {
                List<SentMessage> said = bot.telegram.awaitMessages(
                        user.id(), LIMIT, messages -> answers(messages).size() == TURNS);
                List<String> expected = IntStream.range(0, TURNS)
                        .mapToObj(turn -> answer(user, turn))
                        .toList();
                assertThat(answers(said)).containsExactlyElementsOf(expected);
                assertThat(said)
                        .allMatch(message -> !message.text().contains("own-")
                                || message.text().contains("own-" + user.id() + "-"));
                Awaitility.await("the books of " + user.firstName())
                        .atMost(LIMIT)
                        .until(() -> prompts(bot, user).size() == TURNS);
                assertThat(prompts(bot, user)).allMatch(prompt -> prompt.contains("own-" + user.id() + "-"));
            }
        }
    }

    /** Words that no other answer has. */
    private static String answer(FakeUser user, int turn) {
        return "own-" + user.id() + "-" + turn + "-end";
    }

    private static List<String> answers(List<SentMessage> messages) {
        return messages.stream()
                .flatMap(message -> message.text().lines())
                .flatMap(line -> List.of(line.split("(?=own-)")).stream())
                .filter(word -> word.matches("own-\\d+-\\d+-end.*"))
                .map(word -> word.substring(0, word.indexOf("-end") + 4))
                .toList();
    }

    private static List<String> prompts(TalkBot bot, FakeUser user) {
        return ConversationLog.of(bot.store, SessionName.of("own" + user.id())).newest(50).entries().stream()
                .filter(LogEntry.Prompt.class::isInstance)
                .map(Object::toString)
                .toList();
    }
}
