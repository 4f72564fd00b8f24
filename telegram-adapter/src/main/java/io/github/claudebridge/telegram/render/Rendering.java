package io.github.claudebridge.telegram.render;

import java.util.List;

/**
 * An answer as it is shown in a chat. Immutable.
 *
 * @param messages what is read in the chat, in order
 * @param attachments the files that belong to it; empty when the messages hold everything
 */
public record Rendering(List<RenderedMessage> messages, List<Attachment> attachments) {

    public Rendering {
        messages = List.copyOf(messages);
        attachments = List.copyOf(attachments);
    }
}
