package io.github.claudebridge.session.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.session.InvalidPersonaException;
import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonaFileTest {

    @TempDir
    Path home;

    private SessionStore store;

    @BeforeEach
    void open() {
        store = SessionStore.open(home);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{}; name; is missing",
                "{\"name\": 7}; name; must be a text",
                "{\"name\": \"../x\"}; name; must be 1 to 64 letters",
                "{\"name\": \"x\", \"description\": []}; description; must be a text",
                "{\"name\": \"x\", \"system_prompt\": {}}; system_prompt; must be a text",
                "{\"name\": \"x\", \"system_prompt\": \"a\\u0000b\"}; system_prompt; must not contain the character NUL",
                "{\"name\": \"x\", \"settings\": \"none\"}; settings; must be an object",
                "{\"name\": \"x\", \"settings\": {\"model\": true}}; settings.model; must be a text",
                "{\"name\": \"x\", \"settings\": {\"model\": \"--dangerous\"}}; settings.model; must be an alias or id",
                "{\"name\": \"x\", \"settings\": {\"max_turns\": 0}}; settings.max_turns; a whole number from 1 to 10000",
                "{\"name\": \"x\", \"settings\": {\"max_turns\": 10001}}; settings.max_turns; from 1 to 10000",
                "{\"name\": \"x\", \"settings\": {\"max_turns\": \"5\"}}; settings.max_turns; must be a whole number",
                "{\"name\": \"x\", \"settings\": {\"max_turns\": 1.5}}; settings.max_turns; must be a whole number"
            })
    void a_wrong_field_is_named_with_what_is_expected_and_the_file_is_kept(
            String content, String field, String expected) throws IOException {
        Session session = store.create(SessionName.of("work"), "default");
        Path file = Files.writeString(session.directory().resolve("persona.json"), content);

        assertThatThrownBy(session::persona).isInstanceOfSatisfying(InvalidPersonaException.class, e -> {
            assertThat(e.file()).isEqualTo(file);
            assertThat(e.field()).isEqualTo(field);
            assertThat(e.fault()).contains(expected);
            assertThat(e.problem()).contains(file.toString(), field + " " + e.fault());
        });
        assertThat(file).hasContent(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"description", "system_prompt"})
    void a_text_that_is_too_long_is_named_with_its_limit(String field) throws IOException {
        Path file = home.resolve("personas/long.json");
        Files.writeString(file, "{\"name\": \"long\", \"" + field + "\": \"" + "x".repeat(70_000) + "\"}");

        assertThatThrownBy(() -> store.personas().get("long"))
                .isInstanceOfSatisfying(InvalidPersonaException.class, e -> {
                    assertThat(e.field()).isEqualTo(field);
                    assertThat(e.fault()).matches("must not be longer than (500|65536) characters");
                });
    }

    @Test
    void a_file_that_is_no_json_is_wrong_as_a_whole() throws IOException {
        Path file = Files.writeString(home.resolve("personas/half.json"), "{\"name\": ");

        assertThatThrownBy(() -> store.personas().get("half"))
                .isInstanceOfSatisfying(InvalidPersonaException.class, e -> {
                    assertThat(e.field()).isEmpty();
                    assertThat(e.problem()).contains(file + " is wrong: is not valid JSON");
                });
    }

    @Test
    void no_session_is_created_with_a_wrong_persona() throws IOException {
        Files.writeString(home.resolve("personas/odd.json"), "{\"name\": \"odd\", \"settings\": {\"max_turns\": -1}}");

        assertThatThrownBy(() -> store.create(SessionName.of("work"), "odd"))
                .isInstanceOfSatisfying(
                        InvalidPersonaException.class,
                        e -> assertThat(e.field()).isEqualTo("settings.max_turns"));
        assertThat(store.list()).isEmpty();
        assertThat(home.resolve("personas/odd.json")).exists();
    }
}
