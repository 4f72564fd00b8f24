/**
 * Messages that belong together become one prompt: what somebody sends in quick succession, and long texts that the chat system has cut
 * into several messages. Enter at {@link io.github.claudebridge.telegram.conversation.batch.Batches}.
 */
@NullMarked
package io.github.claudebridge.telegram.conversation.batch;

import org.jspecify.annotations.NullMarked;
