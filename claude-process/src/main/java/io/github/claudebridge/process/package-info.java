/** The Claude Code command line as a Java object. */
@NullMarked
package io.github.claudebridge.process;

import org.jspecify.annotations.NullMarked;
