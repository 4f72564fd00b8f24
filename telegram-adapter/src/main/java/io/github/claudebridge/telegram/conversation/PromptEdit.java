package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.telegram.journal.PromptPart;
import io.github.claudebridge.telegram.journal.Prompts;
import java.util.List;

/** Changes what one message adds to a prompt that waits. */
final class PromptEdit {

    private PromptEdit() {}

    /** Returns whether it was changed, in the journal too. */
    static boolean apply(OpenPrompt prompt, Prompts prompts, long messageId, String text) {
        return prompt.change(stored -> {
            List<PromptPart> parts = stored.parts().stream()
                    .map(part -> part.messageId() == messageId
                            ? new PromptPart(part.source(), messageId, part.userId(), text, part.files())
                            : part)
                    .toList();
            String whole = PromptText.of(parts);
            parts.stream()
                    .filter(part -> part.messageId() == messageId)
                    .forEach(part -> prompts.replace(stored.id(), part.source(), text, whole));
            return stored.saying(whole, parts);
        });
    }
}
