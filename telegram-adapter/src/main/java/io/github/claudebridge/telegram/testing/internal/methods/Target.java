package io.github.claudebridge.telegram.testing.internal.methods;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.chats.Chat;
import io.github.claudebridge.telegram.testing.internal.chats.Topic;
import java.util.Optional;

/**
 * Where and how a call sends.
 *
 * @param chat the chat
 * @param topic the topic, if one is named
 * @param reply the fields of the message that say what it answers
 * @param keyboard the inline keyboard, if there is one
 * @param silent whether it comes without a sound
 */
record Target(Chat chat, Optional<Topic> topic, ObjectNode reply, Optional<ObjectNode> keyboard, boolean silent) {}
