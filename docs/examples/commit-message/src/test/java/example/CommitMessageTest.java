package example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.process.testing.junit.FakeClaudeExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CommitMessageTest {

    @RegisterExtension
    final FakeClaudeExtension fake = new FakeClaudeExtension();

    @Test
    void the_diff_goes_to_claude_and_its_answer_is_the_subject() {
        fake.onPromptContaining("+int x = 1;").reply("Add x\n");

        String subject = new CommitMessage(fake.claude()).forDiff("+int x = 1;");

        assertThat(subject).isEqualTo("Add x");
        assertThat(fake.received()).singleElement().asString().startsWith("Write the subject line");
    }

    @Test
    void a_long_answer_is_sent_back_once() {
        fake.onPromptContaining("diff").reply("long ".repeat(40));
        fake.onPromptContaining("Too long").reply("Short");

        assertThat(new CommitMessage(fake.claude()).forDiff("the diff")).isEqualTo("Short");
    }

    @Test
    void a_failed_request_is_no_commit_message() {
        fake.onAnyPrompt().perform("error 400");

        assertThatThrownBy(() -> new CommitMessage(fake.claude()).forDiff("the diff"))
                .hasMessageContaining("API_ERROR");
    }
}
