/**
 * Remembers on disk which processes were started, so that those of a host that was killed are found and ended. Enter at
 * {@link io.github.claudebridge.process.supervisor.ledger.ProcessLedger}.
 */
@NullMarked
package io.github.claudebridge.process.supervisor.ledger;

import org.jspecify.annotations.NullMarked;
