package io.github.claudebridge.app.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeardownTest {

    @Test
    void a_step_that_fails_does_not_keep_the_rest_from_being_done() {
        List<String> done = new ArrayList<>();
        Teardown.all(
                () -> done.add("first"),
                () -> {
                    throw new IllegalStateException("a defect");
                },
                () -> {
                    throw new AssertionError("another");
                },
                () -> done.add("last"));

        assertThat(done).containsExactly("first", "last");
    }
}
