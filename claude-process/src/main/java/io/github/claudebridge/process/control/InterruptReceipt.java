package io.github.claudebridge.process.control;

import io.github.claudebridge.process.json.Json;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What an interrupt has left.
 *
 * @param stillQueued prompts that will be answered next
 * @param cancelled prompts that were withdrawn
 */
public record InterruptReceipt(List<UUID> stillQueued, List<UUID> cancelled) {

    public InterruptReceipt {
        stillQueued = List.copyOf(stillQueued);
        cancelled = List.copyOf(cancelled);
    }

    /** Reads the CLI's answer; older ones give no list. */
    public static InterruptReceipt read(Json answer) {
        return new InterruptReceipt(ids(answer, "still_queued"), ids(answer, "cancelled"));
    }

    /** The same with prompts that never reached the CLI. */
    public InterruptReceipt with(List<UUID> moreQueued, List<UUID> moreCancelled) {
        return new InterruptReceipt(
                Stream.concat(stillQueued.stream(), moreQueued.stream()).toList(),
                Stream.concat(cancelled.stream(), moreCancelled.stream()).toList());
    }

    private static List<UUID> ids(Json answer, String key) {
        return Answers.list(answer, key)
                .flatMap(json -> json.string().stream())
                .flatMap(InterruptReceipt::id)
                .toList();
    }

    private static Stream<UUID> id(String text) {
        try {
            return Stream.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOurs) {
            return Stream.empty();
        }
    }
}
