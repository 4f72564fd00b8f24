/** The book in which stands what was allowed and denied, and by whom. Enter at {@link io.github.claudebridge.telegram.audit.AuditLog}. */
@NullMarked
package io.github.claudebridge.telegram.audit;

import org.jspecify.annotations.NullMarked;
