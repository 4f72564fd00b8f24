package io.github.claudebridge.telegram.conversation.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a session that asks Ann, in whose chat nothing may be shown that Telegram would have mangled. */
abstract class QuestionTest {

    @TempDir
    Path folder;

    QuestionFixture fixture;

    @BeforeEach
    void open() {
        fixture = new QuestionFixture(folder);
    }

    @AfterEach
    void close() {
        assertThat(fixture.telegram.lint()).isEmpty();
        fixture.close();
    }
}
