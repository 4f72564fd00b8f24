package io.github.claudebridge.process.supervisor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** Remembers what a supervisor tells. Thread-safe. */
final class EventLog implements SupervisorListener {

    private final List<SupervisorEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void on(SupervisorEvent event) {
        events.add(event);
    }

    <E extends SupervisorEvent> List<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Waits until there are so many of a kind; the last of them. */
    <E extends SupervisorEvent> E await(Class<E> type, int count) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> of(type).size() >= count);
        return of(type).get(count - 1);
    }
}
