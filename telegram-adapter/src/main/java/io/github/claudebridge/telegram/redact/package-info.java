/**
 * Keeps secrets out of what leaves the program: messages, file names, logs. Enter at
 * {@link io.github.claudebridge.telegram.redact.Redactor}.
 */
@NullMarked
package io.github.claudebridge.telegram.redact;

import org.jspecify.annotations.NullMarked;
