package io.github.claudebridge.telegram.testing;

/**
 * The failures a test wants. Each {@code on(...)} starts a rule; the rule counts from the moment {@link Rule#fail} is called.
 * Thread-safe.
 */
public interface Faults {

    /**
     * A rule for calls of one method.
     *
     * @param method the method's name in any case, or {@code *} for every method
     */
    Rule on(String method);

    /** Forgets all rules. */
    void clear();

    /** A rule in the making. Not thread-safe. */
    interface Rule {

        /** Only calls whose {@code chat_id} is this one. */
        Rule inChat(long chatId);

        /** Starts with the n-th matching call; 1, the default, is the next. */
        Rule fromCall(int nth);

        /** Ends after this many failed calls; the default is 1. */
        Rule times(int count);

        /** Never ends by itself. */
        Rule always();

        /** Puts the rule in force. Of several rules that match, the oldest wins. */
        void fail(Fault fault);
    }
}
