package io.github.claudebridge.telegram.testing.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.claudebridge.telegram.testing.FakeGroup;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Groups, topics and the ways between them; what changes by itself; what goes wrong. */
class ChatPagePlacesTest extends OpenChatPage {

    private static final String CONTRAST = """
            globalThis.contrast = (selector) => {
              const luminance = (color) => {
                const [r, g, b] = color.match(/[\\d.]+/g).map((part) => part / 255)
                  .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const style = getComputedStyle(document.querySelector(selector));
              const [light, dark] = [luminance(style.color), luminance(style.backgroundColor)].sort((a, b) => b - a);
              return (light + 0.05) / (dark + 0.05);
            };
            """;

    @Test
    void a_group_shows_who_speaks() throws IOException {
        FakeGroup team = telegram.supergroup(-1001L, "Team");
        telegram.user(8, "Bob").in(team).sends("hello Ann");
        bot.call("sendMessage", "chat_id", team.id(), "text", "hello both");
        browser.await("document.querySelectorAll('#chats button').length === 2");
        browser.click("#chats li:nth-child(2) button");
        browser.await("document.getElementById('title').textContent === 'Team'");
        browser.await(
                "[...document.querySelectorAll('.from')].map((one) => one.textContent).join() === 'Bob,Fake Claude'");

        write("@" + telegram.botUsername() + " hi");
        JsonNode message = lastMessage();
        assertThat(message.path("chat").path("id").asLong()).isEqualTo(team.id());
        assertThat(message.path("from").path("first_name").asText()).isEqualTo("Ann");
        browser.screenshot(SCREENSHOTS.resolve("group.png"));
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void the_way_to_another_chat_and_a_new_topic_goes_by_keyboard() {
        telegram.forum(-1001L, "Team");
        write("/start");
        browser.await("document.querySelectorAll('#chats button').length === 2");
        browser.pressWithAlt("ArrowDown", DOWN);
        browser.await("document.getElementById('title').textContent === 'Team'");

        browser.eval("document.getElementById('new-topic').focus()");
        browser.press("Enter", ENTER);
        browser.await("document.getElementById('topic-dialog').open");
        browser.type("Release");
        browser.press("Enter", ENTER);
        telegram.await("the topic", SOON, () -> telegram.topics(-1001L).containsValue("Release"));
        browser.await("document.querySelectorAll('#chats button').length === 3");
        browser.pressWithAlt("ArrowDown", DOWN);
        browser.await("document.getElementById('title').textContent === 'Release'");
        browser.await("document.querySelector('.service').textContent.includes('Release')");

        write("/status");
        assertThat(lastMessage().path("is_topic_message").asBoolean()).isTrue();
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void what_the_bot_edits_changes_and_what_it_deletes_is_gone() {
        write("go");
        long id = bot.call("sendMessage", "chat_id", 7, "text", "one", "reply_markup", allowOrDeny())
                .result()
                .path("message_id")
                .asLong();
        browser.await("document.querySelector('.theirs .text').textContent === 'one'");
        bot.call("editMessageText", "chat_id", 7, "message_id", id, "text", "two");
        browser.await("document.querySelector('.theirs .text').textContent === 'two'");
        browser.await("document.querySelector('.theirs time').textContent.includes('edited')");
        browser.await("!document.querySelector('.key')");
        bot.call("deleteMessage", "chat_id", 7, "message_id", id);
        browser.await("!document.querySelector('.theirs')");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void typing_vanishes_by_itself() {
        write("go");
        bot.call("sendChatAction", "chat_id", 7, "action", "typing");
        browser.await("document.getElementById('status').textContent.startsWith('typing')");
        browser.await("!document.getElementById('status').textContent.startsWith('typing')");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void text_can_be_read_in_the_light_and_in_the_dark() {
        write("mine");
        bot.call("sendMessage", "chat_id", 7, "text", "theirs");
        browser.await("document.querySelector('.theirs')");
        for (boolean dark : new boolean[] {false, true}) {
            browser.screen(1100, 760, dark);
            browser.await("matchMedia('(prefers-color-scheme: dark)').matches === " + dark);
            for (String bubble : new String[] {".mine .bubble", ".theirs .bubble"}) {
                double contrast = Double.parseDouble(browser.eval(CONTRAST + "contrast('" + bubble + "')"));
                assertThat(contrast)
                        .as("contrast of %s, dark: %s", bubble, dark)
                        .isGreaterThan(7);
            }
        }
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void what_cannot_be_sent_is_said_and_not_lost() throws IOException {
        write("before");
        Path huge = folder.resolve("film.mkv");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength((50L << 20) + 1);
        }
        browser.choose("#file", huge);
        browser.await("document.getElementById('toast').textContent === 'film.mkv is larger than 50 MB.'");

        browser.eval("fetch = async () => new Response('No chat 9', { status: 400 })");
        send("important");
        browser.await("document.getElementById('toast').textContent === 'No chat 9'");
        browser.await("document.getElementById('text').value === 'important'");
        browser.eval("document.getElementById('text').value = ''; fetch = async () => { throw new Error('gone'); }");
        send("still important");
        browser.await("document.getElementById('toast').textContent.startsWith('Not sent')");
        browser.await("document.getElementById('text').value === 'still important'");
        assertThat(browser.errors()).isEmpty();
    }

    private void send(String text) {
        browser.eval("document.getElementById('text').focus()");
        browser.type(text);
        browser.press("Enter", ENTER);
    }

    private JsonNode lastMessage() {
        JsonNode updates = bot.call("getUpdates").result();
        return updates.path(updates.size() - 1).path("message");
    }
}
