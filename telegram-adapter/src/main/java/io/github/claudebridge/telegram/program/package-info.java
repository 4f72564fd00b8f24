/**
 * Programs of the host that are run for somebody in a chat: without a shell, with few variables, for a limited time, and with a bounded part
 * of what they print. Enter at {@link io.github.claudebridge.telegram.program.ProgramRunner}.
 */
@NullMarked
package io.github.claudebridge.telegram.program;

import org.jspecify.annotations.NullMarked;
