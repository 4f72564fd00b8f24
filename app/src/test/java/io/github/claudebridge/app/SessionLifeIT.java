package io.github.claudebridge.app;

import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionLifeIT {

    @TempDir
    Path folder;

    @Test
    void LIFE_03_a_bot_that_was_killed_leaves_nothing_after_its_next_start() throws Exception {
        try (FakeTelegram telegram = FakeTelegram.start()) {
            life(telegram).killed();
        }
    }

    @Test
    void LIFE_01_a_session_that_nobody_writes_to_is_suspended_and_resumed() throws Exception {
        try (FakeTelegram telegram = FakeTelegram.start()) {
            life(telegram).idle();
        }
    }

    private SessionLife life(FakeTelegram telegram) throws Exception {
        List<String> claude = new ArrayList<>(FakeClaude.command());
        claude.addAll(List.of("--allowedTools", "Bash"));
        return new SessionLife(
                folder.resolve("home"),
                telegram,
                claude,
                Map.of("CLAUDE_CONFIG_DIR", folder.resolve("claude").toString()));
    }
}
