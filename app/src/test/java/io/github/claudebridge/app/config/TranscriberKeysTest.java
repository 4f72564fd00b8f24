package io.github.claudebridge.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.telegram.program.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriberKeysTest {

    @TempDir
    private Path folder;

    private Optional<Program> program(String keys) throws Exception {
        Path file = Files.writeString(folder.resolve("config.toml"), "[transcriber]\n" + keys);
        return TranscriberKeys.program(ConfigFile.read(file).transcriber());
    }

    @Test
    void there_is_none_unless_it_is_written_down() throws Exception {
        assertThat(TranscriberKeys.program(null)).isEmpty();
        assertThat(program("")).isEmpty();
    }

    @Test
    void words_and_time_are_as_they_are_written() throws Exception {
        assertThat(program("run = [\"whisper-cli\", \"-f\", \"{file}\"]"))
                .contains(new Program(List.of("whisper-cli", "-f", "{file}"), Duration.ofMinutes(2)));
        assertThat(program("run = [\"w\", \"{file}\"]\nlimit_seconds = 5")
                        .orElseThrow()
                        .limit())
                .isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run = \"whisper-cli\"",
                "run = []",
                "run = [\"{file}\"]",
                "run = [\"whisper-cli\"]",
                "run = [\"\", \"{file}\"]",
                "limit_seconds = 5",
                "run = [\"w\", \"{file}\"]\nlimit_seconds = 0",
                "run = [\"w\", \"{file}\"]\nlimit_seconds = 4000"
            })
    void what_cannot_work_is_refused_with_its_key(String keys) {
        assertThatThrownBy(() -> program(keys))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("transcriber.");
    }
}
