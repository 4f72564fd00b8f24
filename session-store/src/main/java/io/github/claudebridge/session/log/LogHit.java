package io.github.claudebridge.session.log;

import io.github.claudebridge.session.SessionName;
import java.time.Instant;

/**
 * One find of a search. Immutable and thread-safe.
 *
 * @param session where it was found
 * @param at when it happened
 * @param kind word for the kind of entry, such as {@code prompt} or {@code answer}
 * @param excerpt the text around the find, on one line, at most about 200 characters
 * @param position the place just behind the entry: the page before it ends with the entry
 */
public record LogHit(SessionName session, Instant at, String kind, String excerpt, LogPosition position) {}
