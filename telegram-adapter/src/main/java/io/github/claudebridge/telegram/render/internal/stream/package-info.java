/** An answer that grows: only its unfinished end is parsed again. Enter at {@code GrowingDocument}. */
@NullMarked
package io.github.claudebridge.telegram.render.internal.stream;

import org.jspecify.annotations.NullMarked;
