package io.github.claudebridge.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.telegram.gateway.Pace;
import io.github.claudebridge.telegram.gateway.TelegramSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigLoaderTest {

    private static final String TOKEN = "12345:abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String OTHER_TOKEN = "67890:ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    @TempDir
    Path userHome;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void the_file_alone_is_enough() throws Exception {
        file("""
                [telegram]
                token = "%s"
                allowed_users = [7, 8]
                api_root = "http://127.0.0.1:8081"
                [claude]
                command = ["sudo", "-iu", "worker", "claude"]
                environment = { ANTHROPIC_MODEL = "opus" }
                """.formatted(TOKEN));

        Config config = load(Overrides.NONE);

        assertThat(config.home()).isEqualTo(userHome.resolve("claude-bridge"));
        assertThat(config.telegram().token().value()).isEqualTo(TOKEN);
        assertThat(config.telegram().apiRoot()).hasToString("http://127.0.0.1:8081");
        assertThat(config.allowedUsers()).containsExactlyInAnyOrder(7L, 8L);
        assertThat(config.claude().words()).containsExactly("sudo", "-iu", "worker", "claude");
        assertThat(config.claude().environment()).containsExactly(Map.entry("ANTHROPIC_MODEL", "opus"));
    }

    @Test
    void the_pace_is_that_of_telegram_unless_the_server_has_no_limits() throws Exception {
        String rest = "[telegram]\ntoken = \"" + TOKEN + "\"\nallowed_users = [7]\n";
        file(rest);
        assertThat(load(Overrides.NONE).telegram().pace()).isEqualTo(Pace.telegram());
        file(rest + "pace = \"unlimited\"\n");
        assertThat(load(Overrides.NONE).telegram().pace()).isEqualTo(Pace.unlimited());
        file(rest + "pace = \"fast\"\n");
        assertThatThrownBy(() -> load(Overrides.NONE))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("telegram.pace", "unlimited");
    }

    @Test
    void the_environment_overrides_the_file_and_flags_override_both() throws Exception {
        file("[telegram]\ntoken = \"" + TOKEN + "\"\nallowed_users = [7]\n[claude]\ncommand = [\"from-file\"]\n");
        environment.put("CLAUDE_BRIDGE_TELEGRAM_TOKEN", OTHER_TOKEN);
        environment.put("CLAUDE_BRIDGE_ALLOWED_USERS", "1, 2");
        environment.put("CLAUDE_BRIDGE_CLAUDE_COMMAND", "ssh nas 'my claude'");

        Config fromEnvironment = load(Overrides.NONE);
        assertThat(fromEnvironment.telegram().token().value()).isEqualTo(OTHER_TOKEN);
        assertThat(fromEnvironment.allowedUsers()).containsExactlyInAnyOrder(1L, 2L);
        assertThat(fromEnvironment.claude().words()).containsExactly("ssh", "nas", "my claude");

        Path tokenFile = Files.writeString(userHome.resolve("token"), TOKEN + "\n");
        Config fromFlags = load(new Overrides(null, tokenFile, "https://api.example:444", "3", "from-flag"));
        assertThat(fromFlags.telegram().token().value()).isEqualTo(TOKEN);
        assertThat(fromFlags.telegram().apiRoot()).hasToString("https://api.example:444");
        assertThat(fromFlags.allowedUsers()).containsExactly(3L);
        assertThat(fromFlags.claude().words()).containsExactly("from-flag");
    }

    @Test
    void what_is_not_said_has_a_default() throws Exception {
        environment.put("CLAUDE_BRIDGE_TELEGRAM_TOKEN", TOKEN);
        environment.put("CLAUDE_BRIDGE_ALLOWED_USERS", "1");

        Config config = load(Overrides.NONE);

        assertThat(config.telegram().apiRoot()).isEqualTo(TelegramSettings.PUBLIC_API);
        assertThat(config.claude().words()).containsExactly("claude");
    }

    @Test
    void the_token_can_be_a_systemd_credential() throws Exception {
        Files.writeString(userHome.resolve("telegram-token"), TOKEN);
        environment.put("CREDENTIALS_DIRECTORY", userHome.toString());
        environment.put("CLAUDE_BRIDGE_ALLOWED_USERS", "1");

        assertThat(load(Overrides.NONE).telegram().token().value()).isEqualTo(TOKEN);
    }

    @Test
    void I_17_a_token_that_other_users_can_read_is_warned_of() throws Exception {
        environment.put("CLAUDE_BRIDGE_ALLOWED_USERS", "1");
        Path token = Files.writeString(userHome.resolve("token"), TOKEN);
        Overrides fromFile = new Overrides(null, token, null, null, null);

        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(load(fromFile).warnings())
                .singleElement()
                .asString()
                .contains("chmod 600 " + token)
                .doesNotContain(TOKEN);
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        assertThat(load(fromFile).warnings()).isEmpty();
    }

    @Test
    void without_a_token_it_says_where_to_get_one() {
        environment.put("CLAUDE_BRIDGE_ALLOWED_USERS", "1");
        refused("BotFather");
    }

    @Test
    void OPS_01_without_an_allowed_user_nobody_is_served() throws Exception {
        environment.put("CLAUDE_BRIDGE_TELEGRAM_TOKEN", TOKEN);

        assertThat(new ConfigLoader(environment, userHome).load(Overrides.NONE).allowedUsers())
                .isEmpty();
    }

    @Test
    void a_wrong_token_is_named_but_never_repeated() {
        environment.put("CLAUDE_BRIDGE_TELEGRAM_TOKEN", "secret-but-wrong");
        environment.put("CLAUDE_BRIDGE_ALLOWED_USERS", "1");

        assertThatThrownBy(() -> load(Overrides.NONE))
                .hasMessageContaining("CLAUDE_BRIDGE_TELEGRAM_TOKEN")
                .hasMessageNotContaining("secret-but-wrong");
    }

    @ParameterizedTest
    @CsvSource({"@ann", "7;8", "-1", "0", "99999999999999999999"})
    void only_numeric_ids_are_users(String users) {
        environment.put("CLAUDE_BRIDGE_TELEGRAM_TOKEN", TOKEN);
        environment.put("CLAUDE_BRIDGE_ALLOWED_USERS", users);
        refused(users);
    }

    @ParameterizedTest
    @CsvSource({"-1001234567890", "0"})
    void a_group_or_nobody_in_the_file_is_no_user(String id) throws IOException {
        environment.put("CLAUDE_BRIDGE_TELEGRAM_TOKEN", TOKEN);
        file("[telegram]\nallowed_users = [7, " + id + "]\n");
        refused("telegram.allowed_users");
        refused("'" + id + "'");
    }

    @Test
    void the_source_of_a_wrong_user_is_named() {
        environment.put("CLAUDE_BRIDGE_TELEGRAM_TOKEN", TOKEN);
        assertThatThrownBy(() -> load(new Overrides(null, null, null, "ann", null)))
                .hasMessageContaining("--allowed-users")
                .hasMessageContaining("'ann'");
    }

    @Test
    void a_command_that_cannot_be_split_is_not_repeated() {
        environment.put("CLAUDE_BRIDGE_TELEGRAM_TOKEN", TOKEN);
        environment.put("CLAUDE_BRIDGE_ALLOWED_USERS", "1");
        environment.put("CLAUDE_BRIDGE_CLAUDE_COMMAND", "env KEY=sk-secret 'claude");

        assertThatThrownBy(() -> load(Overrides.NONE))
                .hasMessageContaining("at character 19")
                .hasMessageNotContaining("sk-secret");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://host, api_root",
        "https://host/path, api_root",
        "not a url, api_root",
    })
    void an_api_root_with_another_form_is_refused(String root, String named) {
        environment.put("CLAUDE_BRIDGE_TELEGRAM_TOKEN", TOKEN);
        environment.put("CLAUDE_BRIDGE_ALLOWED_USERS", "1");
        environment.put("CLAUDE_BRIDGE_TELEGRAM_API_ROOT", root);
        refused(named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[telegram]\\ntokken = 'x'            | telegram.tokken",
                "[telgram]                            | telgram",
                "[telegram]\\nallowed_users = ['ann'] | telegram.allowed_users",
                "[telegram]\\nallowed_users = [1.5]   | telegram.allowed_users",
                "[telegram]\\nallowed_users = ['']    | telegram.allowed_users",
                "[claude]\\ncommand = 7               | claude.command",
                "[telegram]\\ntoken = 'unclosed       | line 2",
            })
    void a_wrong_key_or_line_of_the_file_is_named(String content, String named) throws IOException {
        file(content.replace("\\n", "\n"));
        refused(named);
    }

    private void refused(String named) {
        assertThatThrownBy(() -> load(Overrides.NONE))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(named);
    }

    private Config load(Overrides flags) throws ConfigException {
        return new ConfigLoader(environment, userHome).load(flags);
    }

    private void file(String content) throws IOException {
        Files.createDirectories(userHome.resolve("claude-bridge"));
        Files.writeString(userHome.resolve("claude-bridge").resolve("config.toml"), content);
    }
}
