/**
 * Files on their way between the chat and a session's folder; {@link io.github.claudebridge.telegram.conversation.files.FileIntake}
 * takes in what people send.
 */
@NullMarked
package io.github.claudebridge.telegram.conversation.files;

import org.jspecify.annotations.NullMarked;
