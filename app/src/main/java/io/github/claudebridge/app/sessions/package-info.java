/** The commands for sessions. Enter at {@link io.github.claudebridge.app.sessions.SessionsCommand}. */
@NullMarked
package io.github.claudebridge.app.sessions;

import org.jspecify.annotations.NullMarked;
