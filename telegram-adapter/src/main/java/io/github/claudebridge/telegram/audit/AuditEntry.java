package io.github.claudebridge.telegram.audit;

/**
 * Something that was decided. Immutable.
 *
 * @param session the session it is about
 * @param userId the person who decided; 0 where nobody did, as when the time was over
 * @param kind what was decided about: {@code permission}, {@code question}, {@code plan}, {@code mode} or {@code trust}
 * @param subject what exactly, such as the tool and its input
 * @param decision {@code allow}, {@code deny}, {@code expired}, {@code withdrawn} or the name of what was chosen
 * @param detail the rest, such as a reason or a rule; may be empty
 */
public record AuditEntry(String session, long userId, String kind, String subject, String decision, String detail) {}
