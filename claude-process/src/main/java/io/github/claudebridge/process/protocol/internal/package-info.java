/** How each kind of line is read, with the JSON library. Enter at {@link LineDecoder}. */
@NullMarked
package io.github.claudebridge.process.protocol.internal;

import org.jspecify.annotations.NullMarked;
