/** Formulas as text that can be read without typesetting. Enter at {@code Latex}. */
@NullMarked
package io.github.claudebridge.telegram.render.internal.math;

import org.jspecify.annotations.NullMarked;
