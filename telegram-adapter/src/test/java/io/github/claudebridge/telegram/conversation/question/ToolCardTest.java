package io.github.claudebridge.telegram.conversation.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToolCardTest {

    @Test
    void a_change_of_a_file_is_shown_as_lines_that_go_and_come() {
        Card card = ToolCard.of(Requests.of(
                "Edit", "{\"file_path\":\"/p/A.java\",\"old_string\":\"a\\nb\\nc\",\"new_string\":\"a\\nB\\nc\"}"));
        assertThat(card.markdown()).isEqualTo("wants to change `/p/A.java`\n\n```diff\n a\n-b\n+B\n c\n```");
    }

    @Test
    void several_changes_are_shown_one_after_the_other() {
        Card card = ToolCard.of(Requests.of("MultiEdit", """
                {"file_path":"a.txt","edits":[{"old_string":"x","new_string":"y","replace_all":true},
                {"old_string":"","new_string":"z"}]}"""));
        assertThat(card.markdown()).contains("```diff\n@@ every place @@\n-x\n+y\n@@\n+z\n```");
    }

    @Test
    void a_file_that_is_written_is_shown_in_its_language() {
        Card card = ToolCard.of(Requests.of("Write", "{\"file_path\":\"/p/run.PY\",\"content\":\"print(1)\"}"));
        assertThat(card.markdown()).isEqualTo("wants to write `/p/run.PY`\n\n```py\nprint(1)\n```");
    }

    @Test
    void what_is_not_in_the_text_of_a_command_is_shown_too() {
        Card card = ToolCard.of(Requests.of(
                "Bash",
                "{\"command\":\"ls\",\"description\":\"list\",\"timeout\":5,\"dangerouslyDisableSandbox\":true}"));
        assertThat(card.markdown())
                .contains("`dangerouslyDisableSandbox: true`", "```bash\nls\n```")
                .doesNotContain("timeout");
    }

    @Test
    void a_tool_that_is_not_known_here_shows_its_whole_input() {
        Card card = ToolCard.of(Requests.of("mcp__mail__send", "{\"to\":\"ann\",\"body\":\"hi\"}"));
        assertThat(card.markdown())
                .startsWith("wants to use `mcp__mail__send`")
                .contains("\"to\" : \"ann\"", "\"body\" : \"hi\"");
    }

    @Test
    void an_input_without_what_the_tool_needs_is_shown_as_it_is() {
        assertThat(ToolCard.of(Requests.of("Bash", "{\"comand\":\"rm\"}")).markdown())
                .contains("\"comand\" : \"rm\"");
        assertThat(ToolCard.of(Requests.of("Write", "{}")).markdown()).contains("`a file`", "{ }");
    }

    @Test
    void a_command_cannot_break_out_of_its_block_or_hide_a_part_of_itself() {
        Card card = ToolCard.of(
                Requests.of("Bash", "{\"command\":\"echo ```\\n**harmless**\\necho \\u202Etxt.exe\\u0007\\u200B\"}"));
        assertThat(card.markdown())
                .startsWith("wants to run a command\n\n````bash\n")
                .contains("\\u{202E}txt.exe\\u{7}\\u{200B}")
                .endsWith("\n````");
    }

    @Test
    void of_a_long_text_the_beginning_is_shown_and_the_rest_is_kept() {
        String lines = "echo 1\\n".repeat(100);
        Card card = ToolCard.of(Requests.of("Bash", "{\"command\":\"" + lines + "\"}"));
        assertThat(card.markdown().lines().filter("echo 1"::equals)).hasSize(40);
        assertThat(card.whole()).hasValueSatisfying(whole -> {
            assertThat(whole.name()).isEqualTo("command.sh");
            assertThat(whole.text()).hasSize(700);
        });
    }

    @Test
    void a_file_name_of_claude_is_no_path() {
        String content = "x\\n".repeat(100);
        Card card = ToolCard.of(
                Requests.of("Write", "{\"file_path\":\"/p/..\\\\../.é ü\",\"content\":\"" + content + "\"}"));
        assertThat(card.whole().orElseThrow().name()).matches("[A-Za-z0-9_-][A-Za-z0-9._-]*");
    }
}
