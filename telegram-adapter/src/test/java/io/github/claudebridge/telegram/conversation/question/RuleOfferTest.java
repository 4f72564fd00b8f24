package io.github.claudebridge.telegram.conversation.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleOfferTest {

    private static final String RULE = """
            {"type":"addRules","rules":[{"toolName":"Bash","ruleContent":"npm test"}],"behavior":"allow",
            "destination":"localSettings"}""";
    private static final String FOLDER =
            "{\"type\":\"addDirectories\",\"directories\":[\"/srv\"],\"destination\":\"session\"}";
    private static final String EDITS = "{\"type\":\"setMode\",\"mode\":\"acceptEdits\",\"destination\":\"session\"}";

    @Test
    void the_first_rule_is_also_offered_for_the_session_alone() {
        assertThat(RuleOffer.of(Requests.of("Bash", "{}", RULE, FOLDER, EDITS)))
                .extracting(RuleOffer::words)
                .containsExactly(
                        "Allow for this session: Bash(npm test)",
                        "Always allow here: Bash(npm test)",
                        "Allow for this session: work in /srv",
                        "Accept all edits from now on");
    }

    @Test
    void a_rule_for_the_session_goes_nowhere_else() {
        assertThat(RuleOffer.of(Requests.of("Bash", "{}", RULE)).get(0).rule().destination())
                .isEqualTo("session");
    }

    @Test
    void without_a_suggested_rule_none_is_made_up() {
        assertThat(RuleOffer.of(Requests.of("Bash", "{\"command\":\"a; b $(c)\"}")))
                .isEmpty();
        assertThat(RuleOffer.of(Requests.of("Write", "{}", EDITS)))
                .extracting(RuleOffer::words)
                .containsExactly("Accept all edits from now on");
    }

    @Test
    void the_same_is_offered_once() {
        assertThat(RuleOffer.of(Requests.of("Bash", "{}", RULE.replace("localSettings", "session"))))
                .hasSize(1);
    }

    @Test
    void what_would_deny_bypass_or_is_not_understood_is_not_offered() {
        assertThat(RuleOffer.of(Requests.of(
                        "Bash",
                        "{}",
                        EDITS.replace("acceptEdits", "bypassPermissions"),
                        RULE.replace("allow", "deny"),
                        "{\"type\":\"replaceRules\",\"rules\":[]}",
                        "{}")))
                .isEmpty();
    }
}
