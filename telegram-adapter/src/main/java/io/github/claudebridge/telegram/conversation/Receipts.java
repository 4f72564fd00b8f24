package io.github.claudebridge.telegram.conversation;

/** Shows at people's messages what becomes of them. Thread-safe. */
final class Receipts {

    private final Chat chat;

    Receipts(Chat chat) {
        this.chat = chat;
    }

    void show(OpenPrompt prompt, Reaction reaction) {
        prompt.messages().forEach(message -> chat.react(prompt.where(), message, reaction));
    }
}
