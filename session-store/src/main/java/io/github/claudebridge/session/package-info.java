/** Sessions that are folders. */
@NullMarked
package io.github.claudebridge.session;

import org.jspecify.annotations.NullMarked;
