package io.github.claudebridge.process.transcript;

import io.github.claudebridge.process.testing.FakeClaude;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class FakeClaudeFatesTest extends FatesContract {

    @TempDir
    Path home;

    @Override
    List<String> command() {
        return FakeClaude.command();
    }

    @Override
    Map<String, String> environment() {
        return Map.of("HOME", home.toString(), "PATH", System.getenv("PATH"));
    }
}
