package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.testing.RealClaude;
import io.github.claudebridge.process.testing.junit.RealCli;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RealCli
class TalkRealCliIT extends TalkContract {

    private @Nullable RealClaude claude;

    @Override
    List<String> claude() {
        return List.of(real().executable().toString(), "--allowedTools", "Bash");
    }

    @Override
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(real().environment());
        environment.put("CLAUDE_CODE_MAX_RETRIES", "0");
        return environment;
    }

    private RealClaude real() {
        try {
            if (claude == null) {
                claude = RealClaude.in(folder.resolve("claude"));
            }
            return claude;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void endClaude() {
        real().close();
    }

    @Test
    void MSG_04_the_model_sees_a_photo_in_the_same_turn() throws Exception {
        ann().sendsPhoto(picture(), "Look:\ninspect media");

        assertThat(heard("image/").text()).startsWith("image/jpeg");
    }
}
