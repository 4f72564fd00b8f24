package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.telegram.journal.PromptPart;
import io.github.claudebridge.telegram.journal.Prompts;
import java.util.List;
import java.util.Optional;

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
            boolean replaced = parts.stream()
                    .filter(part -> part.messageId() == messageId)
                    .allMatch(part -> prompts.replace(stored.id(), part.source(), text, whole));
            return replaced ? Optional.of(stored.saying(whole, parts)) : Optional.empty();
        });
    }
}
