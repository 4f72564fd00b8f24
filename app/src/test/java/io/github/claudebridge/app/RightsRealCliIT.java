package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.testing.junit.RealCli;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@RealCli
class RightsRealCliIT extends RightsContract {

    @Override
    TestedClaude claude(Path folder) throws IOException {
        return TestedClaude.real(folder);
    }

    @Test
    void EXP_08_a_hook_that_lies_in_a_folder_of_others_runs_only_after_the_yes() throws Exception {
        Files.createDirectories(work(PROJECT).resolve(".claude"));
        Files.writeString(work(PROJECT).resolve(".claude/settings.json"), """
                {"hooks":{"UserPromptSubmit":[{"hooks":[{"type":"command","command":"touch hooked"}]}]}}""");
        ann.sends("/session " + PROJECT);
        SentMessage trust = question("Trust this folder?");
        ann.sends("say before");
        heard("before");
        assertThat(work(PROJECT).resolve("hooked")).doesNotExist();
        press(trust, "Trust this folder");
        heard("Trusted.");
        ann.sends("say after");
        heard("after");

        assertThat(work(PROJECT).resolve("hooked")).exists();
    }
}
