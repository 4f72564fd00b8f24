package io.github.claudebridge.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.telegram.program.Program;
import io.github.claudebridge.telegram.program.Script;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandKeysTest {

    @TempDir
    Path home;

    private List<Script> scripts(String content) throws Exception {
        Files.writeString(home.resolve("config.toml"), content);
        return CommandKeys.scripts(ConfigFile.read(home.resolve("config.toml")).commands());
    }

    @Test
    void a_command_has_a_program_a_description_arguments_and_a_limit() throws Exception {
        assertThat(scripts("""
                [commands.backups]
                run = ["pbs", "status"]
                description = "How the backups are"
                arguments = 2
                timeout_seconds = 30
                """))
                .containsExactly(new Script(
                        "backups",
                        "How the backups are",
                        new Program(List.of("pbs", "status"), Duration.ofSeconds(30)),
                        2));
    }

    @Test
    void a_program_alone_takes_no_arguments_and_a_minute() throws Exception {
        assertThat(scripts("commands.kuma.run = [\"kuma\"]"))
                .containsExactly(new Script("kuma", "", new Program(List.of("kuma"), Duration.ofMinutes(1)), 0));
    }

    @Test
    void as_many_arguments_as_people_like_can_be_allowed() throws Exception {
        assertThat(scripts("commands.kuma = { run = [\"kuma\"], arguments = true }"))
                .extracting(Script::mostArguments)
                .containsExactly(Script.ANY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "commands.x.description = \"no program\"; commands.x",
                "commands.x.run = []; no program",
                "commands.Big.run = [\"x\"]; commands.Big",
                "commands.stop.run = [\"x\"]; /stop cannot be replaced",
                "commands.x = { run = [\"x\"], timeout_seconds = 0 }; commands.x.timeout_seconds",
                "commands.x = { run = [\"x\"], arguments = -1 }; commands.x.arguments",
                "commands.x = { run = [\"x\"], arguments = \"some\" }; commands.x.arguments",
                "commands.x = { run = \"x y\" }; commands.x.run",
                "commands.x = { run = [\"x\"], shell = true }; shell"
            })
    void what_is_wrong_is_named(String content, String named) {
        assertThatThrownBy(() -> scripts(content))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(named);
    }
}
