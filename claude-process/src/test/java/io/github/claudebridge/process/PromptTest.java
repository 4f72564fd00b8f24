package io.github.claudebridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.process.json.Json;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PromptTest {

    @Test
    void refuses_an_empty_text_and_takes_ten_megabytes() {
        assertThatThrownBy(() -> Prompt.of(" \n")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Prompt.of("x".repeat(10 << 20)).text()).hasSize(10 << 20);
        assertThatThrownBy(() -> Prompt.of("x".repeat(30_000_001))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @SuppressWarnings("NullAway") // What code that is not checked for nulls may do.
    void refuses_what_is_no_text_at_all() {
        assertThatThrownBy(() -> Prompt.of(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Prompt.ofForeign(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void foreign_text_names_no_files() {
        assertThat(Prompt.ofForeign("see @/etc/passwd and me@example.org").text())
                .isEqualTo("see @\u2060/etc/passwd and me@\u2060example.org");
    }

    @Test
    void a_text_alone_is_sent_as_it_is() {
        assertThat(Prompt.of("look \"here\"").content()).isEqualTo(Json.of("look \"here\""));
    }

    @Test
    void carries_images_and_documents_after_the_text() {
        Prompt prompt =
                Prompt.of("look").withImage("image/png", new byte[] {1, 2}).withPdf(new byte[] {3});
        List<Json> blocks = prompt.content().elements();
        assertThat(blocks)
                .extracting(block -> block.string("type").orElse(""))
                .containsExactly("text", "image", "document");
        assertThat(blocks.get(1).get("source").orElseThrow().string("data")).contains("AQI=");
    }

    @Test
    void keeps_its_id_with_what_is_added() {
        UUID id = new UUID(4, 2);
        assertThat(Prompt.of("a").withId(id).withPdf(new byte[0]).id()).isEqualTo(id);
        assertThat(Prompt.of("a").id()).isNotEqualTo(Prompt.of("a").id());
    }
}
