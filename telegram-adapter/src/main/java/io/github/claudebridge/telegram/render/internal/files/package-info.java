/** What of an answer is sent as a file, and under which name. */
@NullMarked
package io.github.claudebridge.telegram.render.internal.files;

import org.jspecify.annotations.NullMarked;
