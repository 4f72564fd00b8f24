package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.PromptFiles.Fetched;
import io.github.claudebridge.telegram.journal.PromptPart;
import io.github.claudebridge.telegram.journal.StoredPrompt;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Fetches the files of a prompt before Claude gets it, once: what is fetched is part of its text from then on. Thread-safe. */
final class Fetching {

    private final SessionName session;
    private final Workplace at;

    Fetching(SessionName session, Workplace at) {
        this.session = session;
        this.at = at;
    }

    /**
     * Blocks until the files are there. Those that cannot be fetched are told.
     *
     * @return whether there is anything to say to Claude
     */
    boolean fetch(OpenPrompt prompt) {
        List<UserFile> files = prompt.stored().parts().stream()
                .flatMap(part -> FileList.read(part.files()).stream())
                .toList();
        if (files.isEmpty()) {
            return true;
        }
        Fetched fetched = at.files().fetch(session, files);
        if (!fetched.problems().isEmpty()) {
            CompletableFuture<Void> unused = at.chat()
                    .failure(prompt.where(), prompt.key().with("files"), String.join("\n", fetched.problems()));
        }
        if (!fetched.heard().isEmpty()) {
            Answer heard = Answer.of(String.join("\n\n", fetched.heard())).silent();
            CompletableFuture<Void> unused =
                    at.chat().answer(prompt.where(), prompt.key().with("heard"), heard);
        }
        String said = prompt.stored().text();
        String text = (said + "\n\n" + fetched.text()).strip();
        StoredPrompt now =
                prompt.stored().saying(text, withoutFiles(prompt.stored().parts()));
        at.prompts().fetched(prompt.id(), text);
        StoredPrompt unused = prompt.begin(known -> now);
        return !text.isEmpty();
    }

    private static List<PromptPart> withoutFiles(List<PromptPart> parts) {
        return parts.stream()
                .map(part -> new PromptPart(part.source(), part.messageId(), part.userId(), part.text()))
                .toList();
    }
}
