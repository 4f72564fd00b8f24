package io.github.claudebridge.process.event;

/**
 * Events are missing here, because the listener had not returned for so long that keeping them would have cost too much memory. Of the
 * answer nothing is lost while only pieces are missing: whole blocks follow. Not an event of the CLI; the reader of the stream has seen all.
 *
 * @param pieces how many pieces of text, thinking and tool input are missing
 * @param events how many other events are missing
 */
public record EventsSkipped(long pieces, long events) implements ClaudeEvent {}
