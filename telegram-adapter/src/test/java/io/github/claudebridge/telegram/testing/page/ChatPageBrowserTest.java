package io.github.claudebridge.telegram.testing.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ChatPageBrowserTest extends OpenChatPage {

    @Test
    void a_person_types_the_answer_streams_and_then_stands_there_with_its_formatting() throws Exception {
        write("What is in this folder?");
        assertThat(bot.call("getUpdates")
                        .result()
                        .path(0)
                        .path("message")
                        .path("text")
                        .asText())
                .isEqualTo("What is in this folder?");

        bot.call("sendChatAction", "chat_id", 7, "action", "typing");
        browser.await("document.getElementById('status').textContent.startsWith('typing')");
        bot.call("sendMessageDraft", "chat_id", 7, "draft_id", 1, "text", "");
        browser.await("document.querySelector('#draft .thinking')");
        for (String part : List.of("There", "There are", "There are three files")) {
            bot.call("sendMessageDraft", "chat_id", 7, "draft_id", 1, "text", part, "can_stop", true);
            browser.await("document.querySelector('#draft .text')?.textContent === '" + part + "'");
        }
        browser.screenshot(SCREENSHOTS.resolve("draft.png"));
        sendRichlyFormatted();

        browser.await("!document.getElementById('draft')");
        browser.await("document.querySelector('figure.code figcaption span')?.textContent === 'java'");
        assertThat(browser.eval("document.querySelector('.theirs strong').textContent"))
                .isEqualTo("three files");
        browser.click(".toggle");
        browser.await("document.querySelector('.expandable.open')");
        browser.click(".spoiler");
        browser.await("document.querySelector('.spoiler.shown')");
        browser.screenshot(SCREENSHOTS.resolve("answer.png"));
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void the_stop_button_and_the_buttons_of_a_message_reach_the_bot() {
        write("go");
        bot.call("sendMessageDraft", "chat_id", 7, "draft_id", 9, "text", "working", "can_stop", true);
        browser.click("#draft .stop");
        telegram.await("the stop", SOON, () -> telegram.updates().pending() == 2);
        browser.await("!document.getElementById('draft')");

        bot.call("sendMessage", "chat_id", 7, "text", "Allow?", "reply_markup", allowOrDeny());
        browser.click(".key.success");
        telegram.await("the press", SOON, () -> telegram.updates().pending() == 3);
        var query = bot.call("getUpdates").result().path(2).path("callback_query");
        assertThat(query.path("data").asText()).isEqualTo("p:1:y");
        bot.call("answerCallbackQuery", "callback_query_id", query.path("id").asText(), "text", "Allowed");
        browser.await("document.getElementById('toast').textContent === 'Allowed'");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void files_go_both_ways() throws IOException {
        write("see");
        Path log = Files.writeString(folder.resolve("error log.txt"), "boom");
        Path picture = Files.write(folder.resolve("screen.png"), picture());
        browser.choose("#file", log, picture);
        telegram.await("the files", SOON, () -> telegram.updates().pending() == 3);
        browser.await("document.querySelector('.mine .photo img')?.naturalWidth === 480");
        browser.await("document.querySelector('.mine .document strong')?.textContent === 'error log.txt'");

        bot.upload("sendPhoto", Map.of("chat_id", "7", "caption", "Here"), Map.of("photo", picture()));
        bot.upload("sendDocument", Map.of("chat_id", "7"), Map.of("document", new byte[2048]));
        browser.await("document.querySelector('.theirs .photo img')?.naturalWidth === 480");
        browser.await("document.querySelector('.theirs .document small')?.textContent === '2.0 kB'");
        browser.screenshot(SCREENSHOTS.resolve("files.png"));
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void answers_edits_reactions_and_commands_work_with_the_keyboard() {
        bot.call("setMyCommands", "commands", List.of(Map.of("command", "status", "description", "What goes on")));
        write("first");
        bot.call("sendMessage", "chat_id", 7, "text", "answer me");
        browser.click(".theirs .tool[aria-label=Reply]");
        write("yes");
        browser.await("document.querySelector('.mine .reply span')?.textContent === 'answer me'");

        browser.press("ArrowUp", UP);
        browser.await("document.getElementById('text').value === 'yes'");
        browser.type(", of course");
        browser.press("Enter", ENTER);
        browser.await("[...document.querySelectorAll('.mine .text')].at(-1).textContent === 'yes, of course'");

        browser.type("/st");
        browser.await("!document.getElementById('commands').hidden");
        browser.press("ArrowUp", UP);
        browser.press("Enter", ENTER);
        browser.await("[...document.querySelectorAll('.mine .text')].at(-1).textContent === '/status'");

        browser.click(".theirs .tool[aria-label='React with 👍']");
        browser.await("document.querySelector('.theirs .reaction')?.textContent === '👍'");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void several_chats_and_topics_on_a_narrow_dark_screen() throws Exception {
        telegram.forum(-1001L, "Team");
        write("/start");
        long topic = bot.call("createForumTopic", "chat_id", 7, "name", "Refactoring")
                .result()
                .path("message_thread_id")
                .asLong();
        browser.screen(390, 780, true);
        browser.click("#menu");
        browser.await("document.querySelectorAll('#chats button').length === 3");
        browser.await("getComputedStyle(document.getElementById('sidebar')).translate === '0px'");
        browser.screenshot(SCREENSHOTS.resolve("narrow-chats.png"));
        browser.click("#chats .topic button");
        browser.await("document.getElementById('title').textContent === 'Refactoring'");
        write("only here");
        var updates = bot.call("getUpdates").result();
        assertThat(updates.path(1).path("message").path("message_thread_id").asLong())
                .isEqualTo(topic);
        bot.call(
                "sendMessage",
                "chat_id",
                7,
                "message_thread_id",
                topic,
                "text",
                "Which one?\n" + "A long line of text. ".repeat(20),
                "reply_markup",
                allowOrDeny());
        browser.await("document.querySelector('.key.danger')");
        browser.screenshot(SCREENSHOTS.resolve("narrow-dark.png"));
        assertThat(browser.eval("document.documentElement.scrollWidth")).isEqualTo("390");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void hostile_text_stays_text() {
        write("<img src=x onerror=alert(1)>");
        bot.call(
                "sendMessage",
                "chat_id",
                7,
                "text",
                "<script>alert(1)</script>",
                "entities",
                List.of(Map.of("type", "bold", "offset", 0, "length", 8)));
        browser.await("document.querySelector('.theirs strong')?.textContent === '<script>'");
        assertThat(browser.eval("document.querySelectorAll('#messages img, #messages script').length"))
                .isEqualTo("0");
        assertThat(browser.errors()).isEmpty();
    }

    private void sendRichlyFormatted() {
        String code = "int answer() {\n    return 42;\n}";
        String quote = "one\ntwo\nthree\nfour\nfive";
        String text =
                "There are three files, see https://example.org and /help:\n" + code + "\n" + quote + "\nand a secret";
        int codeAt = text.indexOf(code);
        int quoteAt = text.indexOf(quote);
        bot.call(
                "sendMessage",
                "chat_id",
                7,
                "text",
                text,
                "entities",
                List.of(
                        Map.of("type", "bold", "offset", text.indexOf("three files"), "length", 11),
                        Map.of("type", "pre", "offset", codeAt, "length", code.length(), "language", "java"),
                        Map.of("type", "expandable_blockquote", "offset", quoteAt, "length", quote.length()),
                        Map.of("type", "italic", "offset", quoteAt, "length", 3),
                        Map.of("type", "spoiler", "offset", text.indexOf("secret"), "length", 6)));
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(480, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = image.createGraphics();
        paint.setPaint(new GradientPaint(0, 0, Color.ORANGE, 480, 240, Color.MAGENTA));
        paint.fillRect(0, 0, 480, 240);
        paint.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
