package io.github.claudebridge.telegram.testing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One call that a bot made, whatever became of it. Immutable.
 *
 * @param at when it arrived, by the server's clock
 * @param method the method's name as the Bot API writes it, or as it was called when there is no such method
 * @param parameters the parameters as text; JSON values as their JSON text
 * @param uploads the file parts: name of the part and name of the file
 * @param status the HTTP status of the answer; 0 when the connection was cut instead
 * @param response the body of the answer, or what it would have been when the connection was cut
 */
public record Call(
        Instant at,
        String method,
        Map<String, String> parameters,
        Map<String, String> uploads,
        int status,
        String response) {

    /** Whether the server said yes. */
    public boolean succeeded() {
        return status == 200;
    }

    /** The value of one parameter, if it came. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
