package io.github.claudebridge.process.support;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.event.ToolUse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what it hears. Thread-safe. */
public class RecordingListener implements ClaudeListener {

    private final List<Object> heard = new CopyOnWriteArrayList<>();

    @Override
    public void onOutput(Output output) {
        heard.add(output);
    }

    @Override
    public void onToolUse(ToolUse tool) {
        heard.add(tool);
    }

    @Override
    public void onStatus(Status status) {
        heard.add(status);
    }

    @Override
    public void onError(ClaudeError error) {
        heard.add(error);
    }

    @Override
    public void onComplete(TurnResult turn) {
        heard.add(turn);
    }

    /** Everything of this type, in order. */
    public <T> List<T> heard(Class<T> type) {
        return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
