package io.github.claudebridge.process.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.process.testing.ScriptedFake;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FakeClaudeExtensionTest {
    @RegisterExtension
    final FakeClaudeExtension fake = new FakeClaudeExtension();

    @Test
    @Order(1)
    void answers_as_the_test_decides_and_keeps_what_it_was_told() {
        fake.onPrompt("hi").reply("hello");

        String answer;
        try (ClaudeProcess claude = fake.claude().start()) {
            answer = claude.send("hi").result().join().text();
        }

        assertThat(answer).isEqualTo("hello");
        assertThat(fake.received()).containsExactly("hi");
    }

    @Test
    @Order(2)
    void begins_anew_with_each_test() {
        try (ClaudeProcess claude = fake.claude().start()) {
            assertThat(claude.send("hi").result().join().text()).isEqualTo("You said: hi");
        }

        assertThat(fake.received()).containsExactly("hi");
    }

    @Test
    @Order(3)
    void is_a_parameter_too_and_the_same_one(ScriptedFake parameter) {
        assertThat(parameter).isSameAs(fake.fake());
    }

    @Test
    @Order(4)
    void leaves_nothing_behind() throws Exception {
        Workplace workplace = new Workplace(FakeClaude.setup());
        workplace.fake().onAnyPrompt().perform("grandchild 600 ++ say done");
        try (ClaudeProcess claude = workplace.fake().claude().start()) {
            claude.send("leave something").result().join();
        }

        workplace.close();

        assertThat(workplace.fake().directory()).doesNotExist();
    }
}
