package io.github.claudebridge.process.testing;

import java.util.List;
import java.util.Map;

class FakeClaudeTest extends CommandLineContract {

    @Override
    List<String> command() {
        return FakeClaude.command();
    }

    @Override
    Map<String, String> environment() {
        return Map.of("HOME", folder.toString());
    }
}
