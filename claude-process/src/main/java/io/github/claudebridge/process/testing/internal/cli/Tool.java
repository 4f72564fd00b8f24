package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;

/** Something the model can have done. */
interface Tool {

    /**
     * One use of it.
     *
     * @param id id of the use
     * @param input what it is given
     * @param promptId id of the message of the user that led to it, empty where it has none
     * @param cancellation tells when to stop
     */
    record Call(String id, JsonObject input, String promptId, Cancellation cancellation) {}

    /** Whether it is done without asking in the default mode. */
    boolean isHarmless(JsonObject input);

    /** Whether the mode that accepts edits lets it pass. */
    default boolean isEdit(JsonObject input) {
        return false;
    }

    /** The input as the command line reports it. */
    default JsonObject normalised(JsonObject input) {
        return input;
    }

    /** The input as the host is asked about it. */
    default JsonObject asked(JsonObject input) {
        return input;
    }

    /** Does it. */
    ToolResult run(Call call) throws IOException, InterruptedException, Cancellation.Cancelled;
}
