/** What all commands share: the flags, {@link io.github.claudebridge.app.cli.ExitCode exit codes}, and how things are shown in a terminal. */
@NullMarked
package io.github.claudebridge.app.cli;

import org.jspecify.annotations.NullMarked;
