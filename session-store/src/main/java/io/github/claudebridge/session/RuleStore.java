package io.github.claudebridge.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.session.internal.AtomicFiles;
import io.github.claudebridge.session.internal.BadJsonException;
import io.github.claudebridge.session.internal.GuardedFiles;
import io.github.claudebridge.session.internal.Home;
import io.github.claudebridge.session.internal.HomeLocks;
import io.github.claudebridge.session.internal.Json;
import io.github.claudebridge.session.internal.JsonFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What people have allowed the sessions of one home to do again without being asked. It is kept beside the grants, outside of the session's
 * folder, moves with a session that is renamed, and goes with it. Read from disk on demand. Thread-safe.
 */
public final class RuleStore {

    /** How many rules a session has at most; the oldest make room. */
    public static final int MOST = 100;

    private static final String FIELD = "rules";
    private static final int LONGEST = 4_000;

    private final Home home;
    private final HomeLocks locks;

    RuleStore(Home home, HomeLocks locks) {
        this.home = home;
        this.locks = locks;
    }

    /** The rules of a session, oldest first, in the words of whoever added them; none where they cannot be understood. */
    public List<String> of(SessionName name) {
        Path file = home.rules(name.value());
        try {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    ? new JsonFields(Json.parse(GuardedFiles.readSmall(file))).texts(FIELD)
                    : List.of();
        } catch (BadJsonException e) {
            return List.of();
        } catch (IOException e) {
            throw new StorageException(file, e);
        }
    }

    /**
     * Adds a rule, unless it is there.
     *
     * @param rule at most 4,000 characters; longer ones are not kept
     * @throws SessionNotFoundException when there is no such session
     */
    public void add(SessionName name, String rule) {
        if (rule.length() <= LONGEST) {
            locks.inSession(name.value(), () -> {
                if (!Files.isDirectory(home.session(name.value()), LinkOption.NOFOLLOW_LINKS)) {
                    throw new SessionNotFoundException(name);
                }
                List<String> rules = new ArrayList<>(of(name));
                if (!rules.contains(rule)) {
                    rules.add(rule);
                    write(name, rules.subList(Math.max(0, rules.size() - MOST), rules.size()));
                }
                return rules;
            });
        }
    }

    private void write(SessionName name, List<String> rules) {
        ObjectNode node = Json.object();
        ArrayNode array = node.putArray(FIELD);
        rules.forEach(array::add);
        Path file = home.rules(name.value());
        try {
            AtomicFiles.replacePrivate(file, Json.pretty(node));
        } catch (IOException e) {
            throw new StorageException(file, e);
        }
    }
}
