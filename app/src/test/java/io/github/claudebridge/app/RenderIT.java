package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderIT {

    @TempDir
    Path folder;

    @Test
    void prints_the_messages_of_a_file_or_of_the_standard_input() throws Exception {
        Path markdown = Files.writeString(folder.resolve("answer.md"), "a **ü** c\n");
        String expected = "[{\"text\":\"a ü c\",\"entities\":[{\"type\":\"bold\",\"offset\":2,\"length\":1}]}]";

        try (BotProcess ofFile = BotProcess.start(folder, Map.of("LC_ALL", "C"), "render", markdown.toString());
                BotProcess ofInput = BotProcess.startReading(folder, markdown, Map.of("LC_ALL", "C"), "render")) {
            assertThat(ofFile.exitCode()).isZero();
            assertThat(new ObjectMapper().readTree(ofFile.output())).isEqualTo(new ObjectMapper().readTree(expected));
            assertThat(ofInput.exitCode()).isZero();
            assertThat(ofInput.output()).isEqualTo(ofFile.output());
        }
    }

    @Test
    void a_file_that_is_not_there_is_named() throws Exception {
        try (BotProcess render = BotProcess.start(folder, Map.of(), "render", "no-such-file.md")) {
            assertThat(render.exitCode()).isEqualTo(66);
            assertThat(render.errors().lines()).singleElement().asString().contains("no-such-file.md");
        }
    }
}
