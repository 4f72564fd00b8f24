package io.github.claudebridge.telegram.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.claudebridge.telegram.internal.StateFile;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The people who were paired, in {@code paired.json} of the state folder. Read from disk on demand, so that what another process changes
 * holds at once. Thread-safe.
 */
public final class PairedUsers {

    private final StateFile file;

    /**
     * @param state the state folder of the home, which exists
     */
    public PairedUsers(Path state) {
        this.file = new StateFile(state.resolve("paired.json"));
    }

    /**
     * Their numbers.
     *
     * @throws java.io.UncheckedIOException if they cannot be read
     */
    public Set<Long> ids() {
        return ids(file.read());
    }

    private static Set<Long> ids(JsonNode content) {
        Set<Long> ids = new TreeSet<>();
        for (JsonNode id : content.path("users")) {
            if (id.isIntegralNumber()) {
                ids.add(id.longValue());
            }
        }
        return ids;
    }

    void add(long userId) {
        change(ids -> ids.add(userId));
    }

    /**
     * Serves somebody no more.
     *
     * @throws java.io.UncheckedIOException if that cannot be stored
     */
    public void remove(long userId) {
        change(ids -> ids.remove(userId));
    }

    private void change(Consumer<Set<Long>> change) {
        file.change(content -> {
            Set<Long> ids = ids(content);
            change.accept(ids);
            ArrayNode users = JsonNodeFactory.instance.arrayNode();
            ids.forEach(users::add);
            return JsonNodeFactory.instance.objectNode().set("users", users);
        });
    }
}
