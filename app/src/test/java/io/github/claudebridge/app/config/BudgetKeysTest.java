package io.github.claudebridge.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.telegram.budget.BudgetSettings;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetKeysTest {

    @TempDir
    private Path folder;

    private BudgetSettings budgets(String keys) throws Exception {
        Path file = Files.writeString(folder.resolve("config.toml"), "[budget]\n" + keys);
        return BudgetKeys.settings(ConfigFile.read(file).budget());
    }

    @Test
    void there_are_no_limits_unless_they_are_written_down() throws Exception {
        assertThat(budgets("")).isEqualTo(BudgetSettings.NONE);
        assertThat(BudgetKeys.settings(null)).isEqualTo(BudgetSettings.NONE);
    }

    @Test
    void every_limit_can_be_set() throws Exception {
        BudgetSettings budgets =
                budgets("daily_usd = 20\ndaily_turns = 500\nsession_daily_usd = 0.50\nsession_daily_turns = 100");

        assertThat(budgets.all().usd()).contains(new BigDecimal("20"));
        assertThat(budgets.all().turns()).hasValue(500);
        assertThat(budgets.session().usd().orElseThrow()).isEqualByComparingTo("0.5");
        assertThat(budgets.session().turns()).hasValue(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "daily_usd = -1",
                "daily_usd = \"much\"",
                "daily_usd = 1e99",
                "daily_turns = -1",
                "daily_turns = 1.5",
                "session_daily_usd = nan"
            })
    void what_is_no_limit_is_refused_with_its_key(String line) {
        assertThatThrownBy(() -> budgets(line))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(line.substring(0, line.indexOf(' ')));
    }
}
