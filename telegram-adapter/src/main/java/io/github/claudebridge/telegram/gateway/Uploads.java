package io.github.claudebridge.telegram.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.files.FolderFiles;
import io.github.claudebridge.session.files.OutgoingFile;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.gateway.MessageBody.BodyFile;
import io.github.claudebridge.telegram.render.MessagesJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.ApiResponse;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * Sends files from the disk without holding them in memory, as the library would. Each is opened only when it is sent, by
 * {@link FolderFiles}, so that no link leads out of the folder. Thread-safe.
 */
final class Uploads {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final @Nullable MediaType TEXT = MediaType.parse("text/plain; charset=utf-8");

    private final OkHttpClient client;
    private final HttpUrl bot;

    /**
     * @param bot the URL that methods are below of
     */
    Uploads(OkHttpClient client, HttpUrl bot) {
        this.client = client;
        this.bot = bot;
    }

    /**
     * Begins to send the files of a message, with its text as the caption.
     *
     * @return the number of the first message that came of it
     * @throws TelegramApiException if a file must not or cannot be sent
     */
    CompletableFuture<Long> send(ChatId chat, MessageBody body, boolean silent) throws TelegramApiException {
        List<OutgoingFile> open = new ArrayList<>();
        List<RequestBody> contents = new ArrayList<>();
        CompletableFuture<Long> sent = new CompletableFuture<>();
        CompletableFuture<?> unused = sent.whenComplete((id, failure) -> close(open));
        try {
            for (BodyFile file : body.files()) {
                contents.add(content(file, open));
            }
        } catch (SessionException e) {
            close(open);
            throw refused(e.problem());
        }
        client.newCall(request(chat, body, silent, contents)).enqueue(new Callback() {
            @Override
            public void onFailure(Call call, IOException e) {
                sent.completeExceptionally(new TelegramApiException("the upload broke off", e));
            }

            @Override
            public void onResponse(Call call, Response response) {
                try (response) {
                    sent.complete(firstMessage(
                            response.body() == null ? "" : response.body().string()));
                } catch (TelegramApiException e) {
                    sent.completeExceptionally(e);
                } catch (IOException | RuntimeException e) {
                    sent.completeExceptionally(new TelegramApiException("the answer to an upload broke off", e));
                }
            }
        });
        return sent;
    }

    private static RequestBody content(BodyFile file, List<OutgoingFile> open) {
        if (file.content() != null) {
            return RequestBody.create(file.content().getBytes(StandardCharsets.UTF_8), TEXT);
        }
        OutgoingFile opened = FolderFiles.of(Path.of(file.folder())).open(file.path());
        open.add(opened);
        return new FileRequestBody(opened);
    }

    private Request request(ChatId chat, MessageBody body, boolean silent, List<RequestBody> files) {
        MultipartBody.Builder form = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("chat_id", Long.toString(chat.value()))
                .addFormDataPart("disable_notification", Boolean.toString(silent));
        if (chat.topic() != 0) {
            form.addFormDataPart("message_thread_id", Long.toString(chat.topic()));
        }
        String method;
        if (files.size() == 1) {
            String kind = kind(body.files().get(0));
            method = kind.equals("photo") ? "sendPhoto" : "sendDocument";
            form.addFormDataPart("caption", body.message().text())
                    .addFormDataPart(
                            "caption_entities",
                            MessagesJson.ofEntities(body.message().entities()))
                    .addFormDataPart(kind, body.files().get(0).name(), files.get(0));
        } else {
            method = "sendMediaGroup";
            form.addFormDataPart("media", AlbumJson.of(body));
            for (int i = 0; i < files.size(); i++) {
                form.addFormDataPart("file" + i, body.files().get(i).name(), files.get(i));
            }
        }
        return new Request.Builder()
                .url(bot.newBuilder().addPathSegment(method).build())
                .post(form.build())
                .build();
    }

    static String kind(BodyFile file) {
        return file.photo() ? "photo" : "document";
    }

    private static long firstMessage(String answer) throws TelegramApiException {
        try {
            JsonNode root = MAPPER.readTree(answer);
            if (!root.path("ok").asBoolean()) {
                throw new TelegramApiRequestException("refused", MAPPER.treeToValue(root, ApiResponse.class));
            }
            JsonNode result = root.path("result");
            return (result.isArray() ? result.path(0) : result)
                    .path("message_id")
                    .asLong();
        } catch (JsonProcessingException e) {
            throw new TelegramApiRequestException("Telegram's answer cannot be read", e);
        }
    }

    /** In the form in which Telegram itself would refuse it. */
    private static TelegramApiException refused(String reason) {
        JsonNode answer = MAPPER.createObjectNode()
                .put("ok", false)
                .put("error_code", 400)
                .put("description", reason);
        try {
            return new TelegramApiRequestException("refused", MAPPER.treeToValue(answer, ApiResponse.class));
        } catch (JsonProcessingException e) {
            return new TelegramApiException(reason, e);
        }
    }

    private static void close(List<OutgoingFile> files) {
        for (OutgoingFile file : files) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
