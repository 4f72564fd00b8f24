/** A CLI in memory, for tests that decide every line. Enter at {@link ScriptedCli}. */
@NullMarked
package io.github.claudebridge.process.support;

import org.jspecify.annotations.NullMarked;
