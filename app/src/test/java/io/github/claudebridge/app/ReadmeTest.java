package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.claudebridge.app.bot.RunCommand;
import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.config.Config;
import io.github.claudebridge.app.config.ConfigKey;
import io.github.claudebridge.app.config.ConfigLoader;
import io.github.claudebridge.app.config.ConfigTable;
import io.github.claudebridge.app.config.Overrides;
import io.github.claudebridge.app.config.ShellWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void the_configuration_s_table_names_every_flag_of_run_and_no_other() {
        List<String> flags = new CommandLine(new RunCommand())
                .getCommandSpec().options().stream()
                        .flatMap(option -> Stream.of(option.names()))
                        .filter(name -> name.startsWith("--") && !name.matches("--(?:help|version|home)"))
                        .toList();

        assertThat(ConfigTable.KEYS)
                .extracting(ConfigKey::flag)
                .filteredOn(flag -> !flag.isEmpty())
                .containsExactlyInAnyOrderElementsOf(flags);
    }

    @Test
    void every_command_line_of_the_guides_is_understood() throws IOException {
        for (String guide : List.of("README.md", "docs/install.md", "docs/operations.md", "docs/personas.md")) {
            for (String line : commandLines(Files.readString(Path.of("..", guide)))) {
                assertThatCode(() -> Main.commandLine()
                                .parseArgs(ShellWords.split(line).toArray(String[]::new)))
                        .as("%s: claude-bridge %s", guide, line)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static List<String> commandLines(String guide) {
        return Pattern.compile("(?s)```sh\\n(.*?)```")
                .matcher(guide)
                .results()
                .flatMap(block -> block.group(1).lines())
                .flatMap(line ->
                        Pattern.compile("bin/claude-bridge (.*)").matcher(line).results())
                .map(line -> line.group(1))
                .toList();
    }

    @Test
    void the_commands_are_those_of_the_packaged_program() {
        assertThat(Main.commandLine().getSubcommands().keySet()).contains("run", "demo");
        assertThat(readme).contains("java -jar app/target/claude-bridge.jar demo", "bin/claude-bridge run");
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
