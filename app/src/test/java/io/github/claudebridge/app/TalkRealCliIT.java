package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.testing.junit.RealCli;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@RealCli
class TalkRealCliIT extends TalkContract {

    @Override
    TestedClaude claude(Path folder) throws IOException {
        return TestedClaude.real(folder);
    }

    @Test
    void MSG_04_the_model_sees_a_photo_in_the_same_turn() throws Exception {
        ann.sendsPhoto(picture(), "Look:\ninspect media");

        assertThat(heard("image/").text()).startsWith("image/jpeg");
    }
}
