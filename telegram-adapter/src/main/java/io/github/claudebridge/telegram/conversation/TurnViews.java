package io.github.claudebridge.telegram.conversation;

/** Makes what people see of turns. Thread-safe. */
@FunctionalInterface
public interface TurnViews {

    /** Begins to show a turn. */
    TurnView open(TurnPlace place);
}
