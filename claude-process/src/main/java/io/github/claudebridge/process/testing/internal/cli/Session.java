package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The state of the conversation that turns and control requests share. Thread-safe. */
final class Session {
    static final String DEFAULT_MODEL = "claude-opus-5-5";

    private static final long FULL = 960_000;

    private final Path directory;
    private final Accounts accounts = new Accounts();
    private final List<JsonObject> messages = new CopyOnWriteArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> answeredBefore = new HashSet<>();
    private final List<String> unfinishedTools = new CopyOnWriteArrayList<>();
    private volatile String id;
    private volatile String model;
    private final List<String> allowed = new CopyOnWriteArrayList<>();
    private volatile String permissionMode;
    private volatile boolean lastResultFailed;
    private volatile long inputTokens;

    Session(String id, Path directory, String model, String permissionMode) {
        this.id = id;
        this.directory = directory;
        this.model = model;
        this.permissionMode = permissionMode;
    }

    void resume(History history) {
        messages.addAll(history.messages());
        answeredBefore.addAll(history.answered());
        unfinishedTools.addAll(history.unfinishedTools());
        accounts.restore(history.costs());
    }

    /** Ids of the calls that the process before this one did not end; once. */
    List<String> takeUnfinishedTools() {
        List<String> taken = List.copyOf(unfinishedTools);
        unfinishedTools.clear();
        return taken;
    }

    /** Starts a new conversation in the same process. */
    void clear() {
        id = UUID.randomUUID().toString();
        forget();
        accounts.clear();
    }

    /** Whether nothing was said yet. */
    boolean isEmpty() {
        return messages.isEmpty();
    }

    /** Forgets the conversation, but neither its id nor its cost. */
    void forget() {
        messages.clear();
        inputTokens = 0;
    }

    /** Notes how much the model was given last. */
    void noteInput(long tokens) {
        inputTokens = tokens;
    }

    long inputTokens() {
        return inputTokens;
    }

    /** Whether the conversation has become too long for the model. */
    boolean isFull() {
        return inputTokens > FULL;
    }

    String id() {
        return id;
    }

    Path directory() {
        return directory;
    }

    Accounts accounts() {
        return accounts;
    }

    /** The conversation so far as the model gets it. */
    List<JsonObject> messages() {
        return messages;
    }

    void remember(String role, Object content) {
        messages.add(JsonObject.of("role", role, "content", content));
    }

    String model() {
        return model;
    }

    void useModel(@Nullable String name) {
        model = name == null || name.equals("default") ? DEFAULT_MODEL : name;
    }

    /** Lets tool calls that match the rule be done without asking. */
    void allow(String rule) {
        allowed.add(rule);
    }

    List<String> allowed() {
        return allowed;
    }

    String permissionMode() {
        return permissionMode;
    }

    void usePermissionMode(String mode) {
        permissionMode = mode;
    }

    /** Whether a message with this id is new to this process. */
    synchronized boolean isNew(String uuid) {
        return seen.add(uuid);
    }

    /** Whether a process before this one has answered the message with this id. */
    synchronized boolean wasAnsweredBefore(String uuid) {
        return answeredBefore.contains(uuid);
    }

    boolean lastResultFailed() {
        return lastResultFailed;
    }

    void noteResult(boolean failed) {
        lastResultFailed = failed;
    }
}
