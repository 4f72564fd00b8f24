package io.github.claudebridge.app;

import io.github.claudebridge.process.testing.FakeClaude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class TalkIT extends TalkContract {

    @Override
    List<String> claude() {
        List<String> claude = new ArrayList<>(FakeClaude.command());
        claude.addAll(List.of("--allowedTools", "Bash"));
        return claude;
    }

    @Override
    Map<String, String> environment() {
        return Map.of("CLAUDE_CONFIG_DIR", folder.resolve("claude").toString(), "CLAUDE_CODE_MAX_RETRIES", "0");
    }
}
