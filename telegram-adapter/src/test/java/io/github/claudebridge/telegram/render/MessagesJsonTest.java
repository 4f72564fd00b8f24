package io.github.claudebridge.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesJsonTest {

    @Test
    void messages_have_the_form_of_the_bot_api() {
        List<RenderedMessage> messages = new MarkdownRenderer().render("[a \"q\"](https://e.com) \n```java\nx\n```");
        assertThat(MessagesJson.of(messages))
                .isEqualTo("[{\"text\":\"a \\\"q\\\"\\n\\nx\",\"entities\":["
                        + "{\"type\":\"text_link\",\"offset\":0,\"length\":5,\"url\":\"https://e.com\"},"
                        + "{\"type\":\"pre\",\"offset\":7,\"length\":1,\"language\":\"java\"}]}]");
    }

    @Test
    void no_message_is_an_empty_array() {
        assertThat(MessagesJson.of(List.of())).isEqualTo("[]");
        assertThat(MessagesJson.ofEntities(List.of())).isEqualTo("[]");
    }
}
