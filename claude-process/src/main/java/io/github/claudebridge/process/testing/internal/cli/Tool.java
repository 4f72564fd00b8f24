package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;

/** Something the model can have done. */
interface Tool {

    /** Whether it is done without asking in the default mode. */
    boolean isHarmless(JsonObject input);

    /** Whether the mode that accepts edits lets it pass. */
    default boolean isEdit(JsonObject input) {
        return false;
    }

    /** Does it. */
    ToolResult run(JsonObject input, Cancellation cancellation)
            throws IOException, InterruptedException, Cancellation.Cancelled;
}
