package io.github.claudebridge.telegram.testing.internal.transport;

import com.fasterxml.jackson.databind.JsonNode;

/** One method of the Bot API. */
@FunctionalInterface
public interface BotMethod {

    /**
     * Does what the method does.
     *
     * @return the {@code result} of the answer
     * @throws io.github.claudebridge.telegram.testing.internal.core.ApiError when the server would refuse
     */
    JsonNode call(Parameters parameters);
}
