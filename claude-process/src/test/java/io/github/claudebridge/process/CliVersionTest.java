package io.github.claudebridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.testing.FakeClaude;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CliVersionTest {

    @Test
    void is_found_in_what_the_cli_prints() {
        assertThat(CliVersion.parse("2.1.330 (Claude Code)\n")).contains(new CliVersion(2, 1, 330));
        assertThat(CliVersion.parse("echo 9.1")).isEmpty();
        assertThat(CliVersion.parse("99999999999.1.1")).isEmpty();
    }

    @Test
    void is_what_the_command_says_about_itself() {
        assertThat(Claude.version(FakeClaude.setup().version("2.1.197").command(), Map.of()))
                .isEqualTo(CliVersion.OLDEST);
        assertThatThrownBy(() -> Claude.version(List.of("no-such-command"), Map.of()))
                .isInstanceOf(ClaudeException.class)
                .hasMessageContaining("no-such-command");
    }

    @Test
    void is_not_found_in_what_another_command_says_which_is_not_blamed_on_the_time() {
        assertThatThrownBy(() -> Claude.version(List.of("/bin/echo", "hello"), Map.of()))
                .isInstanceOfSatisfying(
                        ClaudeException.class,
                        failure -> assertThat(failure.error())
                                .isEqualTo(new ClaudeError.VersionUnknown(List.of("hello --version"))));
    }

    @Test
    void is_ordered_by_its_numbers() {
        assertThat(new CliVersion(2, 1, 9))
                .isLessThan(new CliVersion(2, 1, 10))
                .isGreaterThan(new CliVersion(1, 99, 99));
        assertThat(new CliVersion(2, 1, 330))
                .isEqualByComparingTo(CliVersion.NEWEST_TESTED)
                .hasToString("2.1.330");
    }
}
