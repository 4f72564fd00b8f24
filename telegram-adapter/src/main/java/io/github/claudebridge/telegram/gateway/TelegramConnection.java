package io.github.claudebridge.telegram.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.claudebridge.telegram.conversation.Downloads;
import io.github.claudebridge.telegram.redact.Redactor;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.meta.TelegramUrl;

/** The HTTP clients for one bot: one for what it sends, one for the long poll, which waits longer. */
final class TelegramConnection implements AutoCloseable {

    /** The longest wait that Telegram's server allows a poll. */
    static final Duration POLL = Duration.ofSeconds(50);

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final TelegramSettings settings;
    private final CallObserver observer;
    private final OkHttpClient sending;
    private final OkHttpClient cosmetic;
    private final BotIdentity identity;

    TelegramConnection(TelegramSettings settings, Redactor redactor) {
        this(settings, redactor, CallObserver.NOBODY);
    }

    /**
     * @param redactor masks secrets in what is sent
     * @param observer told of every call
     */
    TelegramConnection(TelegramSettings settings, Redactor redactor, CallObserver observer) {
        this.settings = settings;
        this.observer = observer;
        this.sending = new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(Duration.ofSeconds(60))
                .writeTimeout(Duration.ofSeconds(60))
                // Repeating a send whose outcome is unknown is the sender's decision.
                .retryOnConnectionFailure(false)
                .addInterceptor(TelegramConnection::failOnServerError)
                .addInterceptor(new RedactingInterceptor(redactor))
                .addInterceptor(new CallInterceptor(observer))
                .dispatcher(dispatcher())
                .build();
        this.cosmetic = sending.newBuilder()
                .callTimeout(Duration.ofSeconds(4))
                .dispatcher(dispatcher())
                .build();
        this.identity = new BotIdentity(settings.token(), sendingClient());
    }

    /** Who the bot is. */
    BotIdentity identity() {
        return identity;
    }

    /** For what must arrive. */
    OkHttpTelegramClient sendingClient() {
        return new OkHttpTelegramClient(sending, settings.token().value(), url());
    }

    /** For files from the disk. */
    Uploads uploads() {
        return new Uploads(sending, below("bot" + settings.token().value()));
    }

    /** For files that people sent. */
    Downloads downloads() {
        return new FileDownloads(
                sendingClient(), sending, below("file/bot" + settings.token().value()), settings.apiRoot());
    }

    private HttpUrl below(String path) {
        HttpUrl root = HttpUrl.get(settings.apiRoot());
        if (root == null) {
            throw new IllegalStateException("The settings have checked that the root is one of HTTP.");
        }
        return root.newBuilder().addPathSegments(path).build();
    }

    /** For what is worth nothing when it is late; it shares no queue with what must arrive. */
    OkHttpTelegramClient cosmeticClient() {
        return new OkHttpTelegramClient(cosmetic, settings.token().value(), url());
    }

    /**
     * The library cannot tell the HTML page of a failing proxy from an answer of the Bot API in a form it does not know. After this
     * an unreadable answer is one that Telegram gave to a call that it carried out.
     */
    private static Response failOnServerError(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.code() >= 500) {
            response.close();
            throw new IOException("HTTP " + response.code());
        }
        return response;
    }

    OkHttpClient pollingClient(Interceptor watch) {
        return new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(POLL.plusSeconds(25))
                .addInterceptor(watch)
                .addInterceptor(new CallInterceptor(observer))
                .dispatcher(dispatcher())
                .build();
    }

    /** A polling session over the client; see {@link Poller} for the traps it has. */
    BotSession session(OkHttpClient client, PollTasks tasks) {
        BotSession session = new BotSession(
                new ObjectMapper(),
                client,
                tasks.executor(),
                settings.token().value(),
                this::url,
                last -> new RawGetUpdates((int) POLL.toSeconds(), tasks.position(), tasks.health()),
                tasks::backOff,
                tasks.consumer());
        session.setLastReceivedUpdate(tasks.position());
        return session;
    }

    private TelegramUrl url() {
        String scheme = settings.apiRoot().getScheme();
        int port = settings.apiRoot().getPort();
        int known = port >= 0 ? port : "https".equals(scheme) ? 443 : 80;
        return new TelegramUrl(scheme, settings.apiRoot().getHost(), known, false);
    }

    private static Dispatcher dispatcher() {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequestsPerHost(20);
        return dispatcher;
    }

    @Override
    public void close() {
        release(cosmetic);
        release(sending);
    }

    /** Cuts the client's calls and ends its threads; without this they keep the JVM alive for a minute. */
    static void release(OkHttpClient client) {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
