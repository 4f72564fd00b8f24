package io.github.claudebridge.process.transcript;

import io.github.claudebridge.process.testing.RealClaude;
import io.github.claudebridge.process.testing.junit.RealCli;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

@RealCli
class RealClaudeFatesTest extends FatesContract {

    @TempDir
    Path home;

    private @Nullable RealClaude prepared;

    @AfterEach
    void close() {
        prepared().close();
    }

    @Override
    List<String> command() throws IOException {
        if (prepared == null) {
            prepared = RealClaude.in(home);
        }
        return List.of(prepared().executable().toString());
    }

    @Override
    Map<String, String> environment() {
        return prepared().environment();
    }

    private RealClaude prepared() {
        return Objects.requireNonNull(prepared, "the command is asked for first");
    }
}
