package io.github.claudebridge.app;

import java.nio.file.Path;

class TalkIT extends TalkContract {

    @Override
    TestedClaude claude(Path folder) {
        return TestedClaude.fake(folder);
    }
}
