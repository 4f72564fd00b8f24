package io.github.claudebridge.telegram.audit;

/**
 * Something that was decided or done. Immutable.
 *
 * @param session the session it is about; empty for none
 * @param userId the person who decided or did it; 0 where nobody did, as when the time was over
 * @param kind what it is about: {@code permission}, {@code question}, {@code plan}, {@code mode}, {@code trust}, {@code prompt},
 *     {@code command}, {@code file in}, {@code file out}, {@code budget} or {@code pairing}
 * @param subject what exactly, such as the tool and its input; of a prompt its key and not its text
 * @param decision {@code allow}, {@code deny}, {@code expired}, {@code withdrawn}, what was done, or the name of what was chosen
 * @param detail the rest, such as a reason or a rule; may be empty
 */
public record AuditEntry(String session, long userId, String kind, String subject, String decision, String detail) {}
