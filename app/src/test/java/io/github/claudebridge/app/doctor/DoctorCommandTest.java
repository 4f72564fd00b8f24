package io.github.claudebridge.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.claudebridge.app.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void aConfigurationWithAMistake() throws Exception {
        Files.writeString(
                home.resolve("config.toml"), "[claude]\ncommand = [\"no-such-claude\"]\n[telegram]\ntokn = 1\n");
    }

    @Test
    void a_mistake_is_named_and_decides_the_exit_code() {
        assertThat(doctor()).isEqualTo(1);
        assertThat(out.toString().lines())
                .anySatisfy(line ->
                        assertThat(line).startsWith("failure  Configuration").contains("telegram.tokn"));
    }

    @Test
    void scripts_get_the_same_as_json() throws Exception {
        assertThat(doctor("--json")).isEqualTo(1);

        JsonNode findings = new ObjectMapper().readTree(out.toString());
        assertThat(findings.findValuesAsText("level")).contains("ok", "failure");
        assertThat(findings.get(1).get("text").asText()).contains("telegram.tokn");
    }

    private int doctor(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "doctor";
        arguments[1] = "--home";
        arguments[2] = home.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Main.commandLine().setOut(new PrintWriter(out, true)).execute(arguments);
    }
}
