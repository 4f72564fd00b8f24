/** Configuration and the command line of claude-bridge. */
@NullMarked
package io.github.claudebridge.app;

import org.jspecify.annotations.NullMarked;
