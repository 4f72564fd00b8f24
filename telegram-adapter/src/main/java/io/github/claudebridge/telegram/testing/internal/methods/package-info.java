/** The Bot API methods, one class per group. Enter at {@code MethodRegistry}. */
@NullMarked
package io.github.claudebridge.telegram.testing.internal.methods;

import org.jspecify.annotations.NullMarked;
