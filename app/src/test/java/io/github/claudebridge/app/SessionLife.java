package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStatus;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** What becomes of the processes of a session: after a kill of the bot, and when nobody writes for a while. */
final class SessionLife {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final FakeTelegram telegram;
    private final BotHome home;
    private final Path folder;

    /**
     * @param claude a command that may run shell commands without asking
     */
    SessionLife(Path folder, FakeTelegram telegram, List<String> claude, Map<String, String> environment)
            throws Exception {
        this.folder = folder;
        this.telegram = telegram;
        this.home = BotHome.configure(folder, telegram, claude, environment);
    }

    /** Kills the bot while Claude runs a tool; the next start ends all that is left of it. */
    void killed() throws Exception {
        String tool = "never-" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
        List<ProcessHandle> tree = new ArrayList<>();
        try (BotProcess bot = home.run()) {
            telegram.user(BotHome.ANN, "Ann")
                    .sends("tool Bash until [ -e " + tool + " ]; do sleep 0.1; done ;; say done");
            await("the tool runs").atMost(LIMIT).until(() -> !processes(tool).isEmpty());
            tree.addAll(bot.descendants());
            tree.addAll(processes(tool));
            bot.kill();
            bot.exitCode();
        }
        assertThat(processes(tool)).as("the tool outlives the bot").isNotEmpty();
        try (BotProcess bot = home.run()) {
            telegram.awaitMessage(BotHome.ANN, LIMIT, message -> message.text().contains("I was stopped"));
            await("the tree of the killed bot is dead, and buried by the system")
                    .atMost(LIMIT)
                    .until(() -> tree.stream().noneMatch(ProcessHandle::isAlive));
            assertThat(processes(tool)).isEmpty();
            assertThat(bot.descendants()).as("nothing is started ahead").isEmpty();
            answered("say next", "next");
        }
    }

    /** Waits until the session is suspended; it goes on with its history, and with what was edited meanwhile. */
    void idle() throws Exception {
        try (BotProcess bot = home.run()) {
            answered("say remember me", "remember me");
            store().update(SessionName.of("default"), edit -> edit.idleTimeout(Duration.ofSeconds(1)));
            answered("say again", "again");
            await("the session is suspended")
                    .atMost(LIMIT)
                    .until(() -> home.session("default").status() == SessionStatus.SUSPENDED);
            await("its processes are gone")
                    .atMost(LIMIT)
                    .until(() -> bot.descendants().isEmpty());

            telegram.user(BotHome.ANN, "Ann").sends("history");
            SentMessage line = telegram.awaitMessage(
                    BotHome.ANN, LIMIT, message -> message.text().startsWith("Resuming session (idle "));
            assertThat(line.silent()).isTrue();
            telegram.awaitMessage(BotHome.ANN, LIMIT, message -> message.text().contains("say remember me"));
            assertThat(bot.errors()).doesNotContain("ERROR", "WARN");
        }
    }

    /** Edits the persona while the session sleeps; the model is told the new words when it goes on. */
    void editedPersona() throws Exception {
        int before = systemPrompt();
        Path file = folder.resolve("sessions/default/persona.json");
        ObjectMapper json = new ObjectMapper();
        ObjectNode persona = (ObjectNode) json.readTree(file.toFile());
        persona.put("system_prompt", persona.get("system_prompt").asText() + "x".repeat(500));
        json.writeValue(file.toFile(), persona);

        assertThat(systemPrompt()).isEqualTo(before + 500);
    }

    /** How many characters the model is told before the conversation, by a bot that is started and stopped for it. */
    private int systemPrompt() throws Exception {
        try (BotProcess bot = home.run()) {
            int seen = telegram.messages(BotHome.ANN).size();
            telegram.user(BotHome.ANN, "Ann").sends("inspect");
            String said = telegram
                    .awaitMessages(
                            BotHome.ANN,
                            LIMIT,
                            messages -> messages.stream()
                                    .skip(seen)
                                    .anyMatch(message -> message.text().contains("system_chars")))
                    .stream()
                    .skip(seen)
                    .map(SentMessage::text)
                    .filter(text -> text.contains("system_chars"))
                    .findFirst()
                    .orElseThrow();
            bot.terminate();
            assertThat(bot.exitCode()).isEqualTo(143);
            return new ObjectMapper().readTree(said).get("system_chars").asInt();
        }
    }

    private void answered(String prompt, String answer) {
        telegram.user(BotHome.ANN, "Ann").sends(prompt);
        telegram.awaitMessage(BotHome.ANN, LIMIT, message -> message.text().equals(answer));
    }

    private SessionStore store() {
        return SessionStore.open(folder);
    }

    private static List<ProcessHandle> processes(String word) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(word))
                        .isPresent())
                .toList();
    }
}
