package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.telegram.conversation.words.PromptWords;

/**
 * What a message adds to a prompt: what its writer says, and marked as such what others say in it. Words of others cannot make Claude
 * read files.
 */
final class PromptWording {

    private PromptWording() {}

    static String of(UserMessage message) {
        String text = message.forwardedFrom()
                .map(name -> message.text().isBlank()
                        ? PromptWords.forwardedFiles(foreign(name))
                        : PromptWords.forwarded(foreign(name), foreign(message.text())))
                .orElse(message.text());
        return message.quote()
                .filter(quote -> !quote.text().isBlank())
                .map(quote -> PromptWords.inReplyTo(quote.ofBot(), foreign(quote.text())) + "\n\n" + text)
                .orElse(text);
    }

    private static String foreign(String text) {
        return text.isBlank() ? text : Prompt.ofForeign(text).text();
    }
}
