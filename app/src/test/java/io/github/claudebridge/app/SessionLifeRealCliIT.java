package io.github.claudebridge.app;

import io.github.claudebridge.process.testing.RealClaude;
import io.github.claudebridge.process.testing.junit.RealCli;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RealCli
class SessionLifeRealCliIT {

    @TempDir
    Path folder;

    private FakeTelegram telegram;
    private RealClaude claude;
    private SessionLife life;

    @BeforeEach
    void prepare() throws Exception {
        telegram = FakeTelegram.start();
        claude = RealClaude.in(folder.resolve("claude"));
        life = new SessionLife(
                folder.resolve("home"),
                telegram,
                List.of(claude.executable().toString(), "--allowedTools", "Bash"),
                claude.environment());
    }

    @AfterEach
    void end() {
        claude.close();
        telegram.close();
    }

    @Test
    void LIFE_03_a_bot_that_was_killed_leaves_nothing_after_its_next_start() throws Exception {
        life.killed();
    }

    @Test
    void LIFE_01_a_session_that_nobody_writes_to_is_suspended_and_resumed() throws Exception {
        life.idle();
    }

    @Test
    void SESS_08_an_edited_persona_counts_from_the_next_start_on() throws Exception {
        life.editedPersona();
    }
}
