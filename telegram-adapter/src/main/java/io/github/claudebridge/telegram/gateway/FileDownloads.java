package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.DownloadException;
import io.github.claudebridge.telegram.conversation.DownloadException.Problem;
import io.github.claudebridge.telegram.conversation.Downloads;
import io.github.claudebridge.telegram.conversation.UserFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Fetches files from the server that the bot talks to; the library would always ask the public one, and hold them in memory. A Bot
 * API server of one's own leaves them on its disk and names the place.
 */
final class FileDownloads implements Downloads {

    private static final String TOO_LARGE =
            "Telegram gives bots only files up to 20 MB. Send it in parts, or as a link.";

    private final TelegramClient client;
    private final OkHttpClient http;
    private final HttpUrl files;
    private final boolean isPublic;

    /**
     * @param files the URL that the files of the bot are below of
     */
    FileDownloads(TelegramClient client, OkHttpClient http, HttpUrl files, URI apiRoot) {
        this.client = client;
        this.http = http;
        this.files = files;
        this.isPublic = TelegramSettings.PUBLIC_API.getHost().equals(apiRoot.getHost());
    }

    @Override
    public InputStream open(UserFile file) throws DownloadException {
        String path = path(file);
        if (path.startsWith("/")) {
            return fromDisk(Path.of(path));
        }
        if (path.isEmpty() || path.contains("..")) {
            throw gone();
        }
        return fromServer(path);
    }

    private String path(UserFile file) throws DownloadException {
        try {
            return String.valueOf(client.execute(new GetFile(file.id())).getFilePath());
        } catch (TelegramApiRequestException e) {
            String reason = String.valueOf(e.getApiResponse());
            if (reason.contains("file is too big")) {
                throw new DownloadException(Problem.TOO_LARGE, TOO_LARGE);
            }
            throw reason.contains("file_id") || reason.contains("temporarily unavailable") ? gone() : unreachable();
        } catch (TelegramApiException e) {
            throw unreachable();
        }
    }

    /** Telegram's own server has no business on this disk. */
    private InputStream fromDisk(Path path) throws DownloadException {
        if (isPublic || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw gone();
        }
        try {
            return Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw gone();
        }
    }

    private InputStream fromServer(String path) throws DownloadException {
        HttpUrl url = files.newBuilder().addPathSegments(path).build();
        Response response;
        try {
            response = http.newCall(new Request.Builder().url(url).build()).execute();
        } catch (IOException e) {
            throw unreachable();
        }
        if (response.code() != 200 || response.body() == null) {
            response.close();
            throw response.code() == 404 ? gone() : unreachable();
        }
        return response.body().byteStream();
    }

    private static DownloadException gone() {
        return new DownloadException(Problem.GONE, "Telegram does not have this file any more. Send it again.");
    }

    private static DownloadException unreachable() {
        return new DownloadException(
                Problem.UNREACHABLE, "Telegram could not be reached for the file. Send it again later.");
    }
}
