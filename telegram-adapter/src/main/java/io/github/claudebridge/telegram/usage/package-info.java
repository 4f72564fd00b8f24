/**
 * What the sessions of a person have used, added up from their logs, and a picture of it. Enter at
 * {@link io.github.claudebridge.telegram.usage.UsageSummary}.
 */
@NullMarked
package io.github.claudebridge.telegram.usage;

import org.jspecify.annotations.NullMarked;
