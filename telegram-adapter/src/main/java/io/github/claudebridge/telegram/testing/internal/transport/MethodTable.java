package io.github.claudebridge.telegram.testing.internal.transport;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The known methods by name; names are matched without regard to case. Filled at the start, then only read. */
public final class MethodTable {

    private final Map<String, Entry> entries = new TreeMap<>();

    /** Adds a method under the name that the Bot API's documentation gives it. */
    public void add(String name, BotMethod method) {
        entries.put(name.toLowerCase(Locale.ROOT), new Entry(name, method));
    }

    Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name.toLowerCase(Locale.ROOT)));
    }

    record Entry(String name, BotMethod method) {}
}
