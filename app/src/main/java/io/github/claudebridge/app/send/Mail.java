package io.github.claudebridge.app.send;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.Report;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.config.Config;
import io.github.claudebridge.app.control.Request;
import io.github.claudebridge.app.home.Owner;
import io.github.claudebridge.telegram.conversation.Answer;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.FileToSend;
import io.github.claudebridge.telegram.journal.Outgoing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Says what a script wants to be said. It is stored before it is sent. Thread-safe. */
public final class Mail {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Chat chat;
    private final Outgoing outgoing;
    private final Duration patience;

    /**
     * Mail to the chats of a bot.
     *
     * @param outgoing knows what was delivered
     */
    public Mail(Chat chat, Outgoing outgoing) {
        this(chat, outgoing, PATIENCE);
    }

    Mail(Chat chat, Outgoing outgoing, Duration patience) {
        this.chat = chat;
        this.outgoing = outgoing;
        this.patience = patience;
    }

    /**
     * Says it and waits until it is delivered, for a while; what is not delivered then will be as soon as that is possible.
     *
     * @param config tells whose chat it is for, if the request names none
     * @return the exit code
     * @throws StartException if the chat does not take it
     */
    public int send(Request.Send request, Config config, Report report) throws StartException {
        ChatId where = where(request, config);
        DeliveryKey key = DeliveryKey.random();
        List<String> keys = new ArrayList<>();
        List<CompletableFuture<Void>> parts = new ArrayList<>();
        if (!request.markdown().isBlank()) {
            Answer text = Answer.of(request.markdown());
            keys.add(key.value());
            parts.add(chat.answer(where, key, request.silent() ? text.silent() : text));
        }
        if (!request.files().isEmpty()) {
            DeliveryKey files = key.with("files");
            keys.add(files.value());
            parts.add(chat.files(where, files, files(request.files()), ""));
        }
        if (!delivered(CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)))) {
            report.err("It is stored, and is sent as soon as Telegram can be reached; keep the files until then.");
        } else if (keys.stream().anyMatch(part -> outgoing.messageId(part).isEmpty())) {
            throw new StartException(
                    ExitCode.UNAVAILABLE,
                    "Telegram does not take it for the chat " + where.value()
                            + ". The bot must be a member there; a person must have written to it first.");
        }
        return 0;
    }

    private static ChatId where(Request.Send request, Config config) throws StartException {
        if (request.chat() != null) {
            return new ChatId(request.chat(), request.topic());
        }
        long owner = Owner.of(config.allowedUsers(), config.home())
                .orElseThrow(() -> new StartException(
                        ExitCode.CONFIGURATION,
                        "Nobody may use the bot yet. Run claude-bridge pair, or name a chat with --chat."));
        return new ChatId(owner, request.topic());
    }

    private static List<FileToSend> files(List<Path> files) {
        return files.stream()
                .map(file -> new FileToSend(parent(file), String.valueOf(file.getFileName()), isPicture(file)))
                .toList();
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private static boolean isPicture(Path file) {
        return file.toString().matches("(?i).*\\.(?:jpe?g|png|webp)");
    }

    private boolean delivered(CompletableFuture<Void> delivery) {
        try {
            delivery.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException | ExecutionException | CompletionException e) {
            return false;
        }
    }
}
