package io.github.claudebridge.app;

import java.nio.file.Path;

class RightsIT extends RightsContract {

    @Override
    TestedClaude claude(Path folder) {
        return TestedClaude.fake(folder);
    }
}
