/**
 * Claude Code behind a prefix: as another user of this machine, and on the other side of a real {@code sshd}. Enter at
 * {@link io.github.claudebridge.process.supervisor.prefix.PrefixTest}.
 */
@NullMarked
package io.github.claudebridge.process.supervisor.prefix;

import org.jspecify.annotations.NullMarked;
