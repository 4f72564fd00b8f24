package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.app.bot.RunCommand;
import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.config.Config;
import io.github.claudebridge.app.config.ConfigLoader;
import io.github.claudebridge.app.config.Overrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The README's examples and tables say what the program does. */
class ReadmeTest {

    private static final String TOKEN = "12345:abcdefghijklmnopqrstuvwxyz0123456789";

    @TempDir
    Path folder;

    private String readme = "";

    @BeforeEach
    void read() throws IOException {
        readme = Files.readString(Path.of("..", "README.md"));
    }

    @Test
    void the_example_configuration_loads() throws Exception {
        Path tokenFile = Files.writeString(folder.resolve("token"), TOKEN);
        Path home = Files.createDirectory(folder.resolve("claude-bridge"));
        Files.writeString(
                home.resolve("config.toml"),
                block("toml", "").replace("/etc/claude-bridge/token", tokenFile.toString()));

        Config config = new ConfigLoader(Map.of(), folder).load(Overrides.NONE);

        assertThat(config.allowedUsers()).containsExactly(123456789L);
        assertThat(config.claude().words()).containsExactly("claude");
    }

    @Test
    void the_variables_of_the_first_run_are_all_it_needs() throws Exception {
        Map<String, String> environment = new HashMap<>();
        Pattern.compile("export (\\w+)='<(.*)>'")
                .matcher(block("sh", "export"))
                .results()
                .forEach(export ->
                        environment.put(export.group(1), export.group(2).contains("token") ? TOKEN : "7"));

        assertThat(new ConfigLoader(environment, folder).load(Overrides.NONE).allowedUsers())
                .containsExactly(7L);
    }

    @Test
    void the_table_names_every_flag_of_run_and_no_other() {
        List<String> flags = new CommandLine(new RunCommand())
                .getCommandSpec().options().stream()
                        .flatMap(option -> Stream.of(option.names()))
                        .filter(name -> name.startsWith("--") && !name.equals("--help") && !name.equals("--version"))
                        .toList();
        assertThat(columns("\\| `(--[a-z-]+)` \\|")).containsExactlyInAnyOrderElementsOf(flags);
    }

    @Test
    void the_commands_are_those_of_the_packaged_program() {
        assertThat(Main.commandLine().getSubcommands().keySet()).contains("run", "demo");
        assertThat(readme)
                .contains("java -jar app/target/claude-bridge.jar demo", "java -jar app/target/claude-bridge.jar run");
    }

    @Test
    void every_exit_code_is_explained() {
        for (ExitCode code : ExitCode.values()) {
            assertThat(readme).containsPattern("\\b" + code.code() + " [A-Za-z]");
        }
    }

    @Test
    void every_link_into_the_project_leads_somewhere() {
        assertThat(columns("\\]\\(([^):]+)\\)"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Path.of("..", link)).exists());
    }

    private String block(String language, String start) {
        return columns("(?s)```" + language + "\\n(" + start + ".*?)```").get(0);
    }

    private List<String> columns(String pattern) {
        return Pattern.compile(pattern)
                .matcher(readme)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
