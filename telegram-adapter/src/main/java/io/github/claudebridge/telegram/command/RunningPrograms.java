package io.github.claudebridge.telegram.command;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.program.ProgramResult;
import io.github.claudebridge.telegram.program.RunningProgram;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** The programs that run for people in the chats. Thread-safe. */
final class RunningPrograms {

    private final Map<DeliveryKey, Entry> running = new ConcurrentHashMap<>();

    private record Entry(ChatId chat, RunningProgram program) {}

    /** Remembers a program until it has ended. */
    void add(ChatId chat, DeliveryKey key, RunningProgram program) {
        running.put(key, new Entry(chat, program));
        CompletableFuture<ProgramResult> unused =
                program.result().whenComplete((result, failure) -> running.remove(key));
    }

    /**
     * Stops what runs in a chat.
     *
     * @param threads waits until it is gone
     * @return whether something runs there
     */
    boolean stop(ChatId chat, Executor threads) {
        List<Entry> here = running.values().stream()
                .filter(entry -> entry.chat().equals(chat))
                .toList();
        here.forEach(entry -> threads.execute(entry.program()::stop));
        return !here.isEmpty();
    }

    void stop(DeliveryKey key) {
        Entry entry = running.get(key);
        if (entry != null) {
            entry.program().stop();
        }
    }
}
