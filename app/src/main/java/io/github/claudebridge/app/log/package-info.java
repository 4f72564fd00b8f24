/** What the program's log looks like, and what never gets into it. Enter at {@link io.github.claudebridge.app.log.LogSecrets}. */
@NullMarked
package io.github.claudebridge.app.log;

import org.jspecify.annotations.NullMarked;
