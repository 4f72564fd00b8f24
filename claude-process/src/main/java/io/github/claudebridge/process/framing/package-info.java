/**
 * Bytes to lines and lines to bytes. Knows nothing of what the lines mean. Enter at {@link LineSplitter} for reading and
 * {@link LineWriter} for writing.
 */
@NullMarked
package io.github.claudebridge.process.framing;

import org.jspecify.annotations.NullMarked;
