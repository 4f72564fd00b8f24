package io.github.claudebridge.app;

import java.nio.file.Path;

class QuestionsIT extends QuestionsContract {

    @Override
    TestedClaude claude(Path folder) {
        return TestedClaude.fake(folder);
    }
}
