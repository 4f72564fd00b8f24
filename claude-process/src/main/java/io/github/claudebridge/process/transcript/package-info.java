/**
 * The files in which the CLI keeps its sessions; the only place that knows them. Enter at
 * {@link io.github.claudebridge.process.transcript.Transcripts}. Their format is the CLI's own and changes: what is not understood is
 * passed over.
 */
@NullMarked
package io.github.claudebridge.process.transcript;

import org.jspecify.annotations.NullMarked;
