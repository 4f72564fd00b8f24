/**
 * Rich messages. How the real server parses them is not public; here they are read just far enough to check their documented limits
 * and to show their text. The words of the refusals about limits are this server's own. Enter at {@code RichMessage}.
 */
@NullMarked
package io.github.claudebridge.telegram.testing.internal.rich;

import org.jspecify.annotations.NullMarked;
