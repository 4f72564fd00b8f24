package io.github.claudebridge.process.supervisor;

/** Knows what the process of a conversation is to be started with. Thread-safe. */
@FunctionalInterface
public interface ConversationSource {

    /**
     * Describes a conversation as it is now. Asked each time a process is to be started, from a thread of the supervisor, and for each
     * conversation one at a time; may read files.
     *
     * @param key the conversation
     * @return what to start it with; what this throws fails the prompts that wait
     */
    ConversationSpec describe(String key);
}
