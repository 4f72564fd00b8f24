package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.Prompt;

/** Where prompts go. */
interface Outlet {

    /**
     * Takes a prompt without waiting.
     *
     * @param prompt the prompt
     * @param intoTurn whether it goes into the running turn
     * @return whether it could be taken
     */
    boolean send(Prompt prompt, boolean intoTurn);
}
