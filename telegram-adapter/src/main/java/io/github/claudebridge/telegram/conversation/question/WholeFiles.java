package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.FileToSend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends texts that are too long for a message as files, which lie in a folder until they are delivered. Thread-safe. */
final class WholeFiles {

    private static final Logger LOG = LoggerFactory.getLogger(WholeFiles.class);

    private final Path folder;
    private final Chat chat;

    /**
     * @param folder for these files alone; made when it is needed
     */
    WholeFiles(Path folder, Chat chat) {
        this.folder = folder;
        this.chat = chat;
    }

    void send(ChatId where, DeliveryKey key, Card.Whole whole) {
        String name = UUID.randomUUID() + "/" + whole.name();
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, whole.text());
        } catch (IOException e) {
            LOG.error("The whole of a question cannot be sent: {}", e.toString());
            return;
        }
        CompletableFuture<Void> unused = chat.files(where, key, List.of(new FileToSend(folder, name, false)), "")
                .whenComplete((delivered, failure) -> {
                    if (failure == null) {
                        remove(file);
                    }
                });
    }

    /** Removes a file with its folder. One that was not delivered stays: the next run tries again. */
    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.getParent());
        } catch (IOException e) {
            LOG.warn("{} is left behind: {}", file, e.toString());
        }
    }
}
