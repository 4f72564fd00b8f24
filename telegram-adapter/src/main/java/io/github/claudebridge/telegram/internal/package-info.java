/** Shared by this module's packages; not for others. */
@NullMarked
package io.github.claudebridge.telegram.internal;

import org.jspecify.annotations.NullMarked;
