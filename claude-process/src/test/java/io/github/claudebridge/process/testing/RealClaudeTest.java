package io.github.claudebridge.process.testing;

import io.github.claudebridge.process.testing.junit.RealCli;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

@RealCli
class RealClaudeTest extends CommandLineContract {
    private RealClaude claude;

    @BeforeEach
    void prepare(@TempDir Path home) throws IOException {
        claude = RealClaude.in(home);
    }

    @AfterEach
    void close() {
        claude.close();
    }

    @Override
    List<String> command() {
        return List.of(claude.executable().toString());
    }

    @Override
    Map<String, String> environment() {
        return claude.environment();
    }
}
