/** How each kind of line is read and written. Enter at {@link LineDecoder} and {@link LineEncoder}. */
@NullMarked
package io.github.claudebridge.process.protocol.internal;

import org.jspecify.annotations.NullMarked;
