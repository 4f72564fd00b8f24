package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.testing.junit.RealCli;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@RealCli
class QuestionsRealCliIT extends QuestionsContract {

    @Override
    TestedClaude claude(Path folder) throws IOException {
        return TestedClaude.real(folder);
    }

    @Test
    void one_suggested_rule_is_given_alone_and_kept() throws Exception {
        ann.sends("tool Bash touch one ;; say the end");
        press(question("touch one"), "Always allow here: Bash(");

        answered("the end");
        assertThat(work().resolve(".claude/settings.local.json")).content().contains("Bash(touch one");
        ann.sends("tool Write " + work().resolve("notes.txt") + " hello ;; say the next end");
        press(question("hello"), "Deny");
        answered("the next end");
        assertThat(work().resolve("notes.txt")).as("edits are still asked for").doesNotExist();
    }
}
