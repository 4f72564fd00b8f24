package io.github.claudebridge.app.control;

import io.github.claudebridge.app.cli.StartException;

/** Does what the bot is asked to do. Called on several threads at the same time. */
@FunctionalInterface
public interface ControlHandler {

    /**
     * Does it; may take as long as it takes.
     *
     * @return the exit code
     * @throws StartException if it cannot be done
     */
    int handle(Request request, Asker asker) throws StartException;
}
