package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.supervisor.ConversationSpec;
import io.github.claudebridge.process.transport.Transport;
import java.util.UUID;

/** What a process needs beside itself, and gives back at its end. Thread-safe. */
interface Resources extends AutoCloseable {

    /** Where they come from. */
    @FunctionalInterface
    interface Source {

        /**
         * Takes what a process of a conversation needs.
         *
         * @throws io.github.claudebridge.process.error.ClaudeException when another process has it
         */
        Resources take(String key, ConversationSpec spec);
    }

    /** Nothing. */
    Resources NONE = new Resources() {
        @Override
        public ConversationSpec apply(ConversationSpec spec) {
            return spec;
        }

        @Override
        public Transport over(Transport transport) {
            return transport;
        }

        @Override
        public void heldBy(long pid) {}

        @Override
        public void follow(UUID sessionId) {}

        @Override
        public void close() {}
    };

    /** Makes them known to the process that is to be started. */
    ConversationSpec apply(ConversationSpec spec);

    /** Runs it with this. */
    Transport over(Transport transport);

    /** The process is started. */
    void heldBy(long pid);

    /** The conversation goes on under another id. */
    void follow(UUID sessionId);

    /** Gives everything back. */
    @Override
    void close();
}
