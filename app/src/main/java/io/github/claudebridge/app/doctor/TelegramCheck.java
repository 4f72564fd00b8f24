package io.github.claudebridge.app.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.claudebridge.telegram.gateway.TelegramSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether Telegram answers, knows the token and gives updates to whoever asks; and, by the date of its answer, whether the clock of this
 * host is right. What goes wrong is told without the address, because the token is a part of it.
 */
final class TelegramCheck implements Check {

    private static final String SUBJECT = "Telegram";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TelegramSettings settings;
    private final HttpClient http;
    private final Clock clock;

    TelegramCheck(TelegramSettings settings) {
        this(settings, Clock.systemUTC());
    }

    TelegramCheck(TelegramSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    @Override
    public List<Finding> look() {
        try {
            HttpResponse<String> me = ask("getMe");
            List<Finding> findings = new ArrayList<>();
            findings.add(identity(me));
            skew(me).ifPresent(findings::add);
            if (me.statusCode() == 200) {
                webhook(ask("getWebhookInfo")).ifPresent(findings::add);
            }
            return findings;
        } catch (IOException e) {
            return List.of(unreachable(e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(unreachable("interrupted"));
        }
    }

    private HttpResponse<String> ask(String method) throws IOException, InterruptedException {
        URI address = settings.apiRoot().resolve("/bot" + settings.token().value() + "/" + method);
        // The request's own limit ends with the headers; this one is for the whole answer.
        try {
            return http.sendAsync(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no answer");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
        }
    }

    private Finding unreachable(String why) {
        return Finding.failure(
                SUBJECT,
                settings.apiRoot() + " does not answer (" + why + ")",
                "Look at the network of this host. The bot starts without Telegram and goes on as soon as it answers.");
    }

    private Finding identity(HttpResponse<String> me) throws IOException {
        return switch (me.statusCode()) {
            case 200 -> Finding.ok(SUBJECT, "@" + result(me).path("username").asText() + " at " + settings.apiRoot());
            case 401, 404 ->
                Finding.failure(
                        SUBJECT,
                        "The bot token is not accepted",
                        "Copy it again from @BotFather (/mybots, API Token).");
            default -> unreachable("status " + me.statusCode());
        };
    }

    private Optional<Finding> skew(HttpResponse<String> answer) {
        try {
            return answer.headers()
                    .firstValue("Date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .map(theirs -> Duration.between(theirs, clock.instant()).abs())
                    .filter(apart -> apart.compareTo(CLOCKS_DIFFER) > 0)
                    .map(apart -> Finding.warning(
                            "Clock",
                            "This host's clock and Telegram's are " + apart.toSeconds() + " s apart",
                            "Let the host set its clock: timedatectl set-ntp true"));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Finding> webhook(HttpResponse<String> info) throws IOException {
        return info.statusCode() == 200 && !result(info).path("url").asText().isEmpty()
                ? Optional.of(Finding.failure(
                        SUBJECT,
                        "A webhook is set, so Telegram gives the bot no messages",
                        "Stop the program that set it, and call deleteWebhook for this bot."))
                : Optional.empty();
    }

    private static JsonNode result(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body()).path("result");
    }
}
