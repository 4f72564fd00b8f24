package io.github.claudebridge.process.protocol;

import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.json.Json;

/** One message from the CLI. Immutable and thread-safe. */
public sealed interface Message {

    /**
     * Something happened in the conversation.
     *
     * @param event what
     */
    record Event(ClaudeEvent event) implements Message {}

    /**
     * The CLI asks its host and waits for a reply.
     *
     * @param id names the request in the reply
     * @param question what it asks
     */
    record Ask(String id, CliQuestion question) implements Message {}

    /**
     * The CLI no longer wants the reply to an {@link Ask}.
     *
     * @param id the request
     */
    record Withdrawal(String id) implements Message {}

    /**
     * The CLI grants a request of its host.
     *
     * @param id the request
     * @param body what it answers; the empty object where it answers nothing
     */
    record Reply(String id, Json body) implements Message {}

    /**
     * The CLI refuses a request of its host.
     *
     * @param id the request
     * @param reason its words
     * @param code its code; empty where it gives none
     */
    record Refusal(String id, String reason, String code) implements Message {}
}
