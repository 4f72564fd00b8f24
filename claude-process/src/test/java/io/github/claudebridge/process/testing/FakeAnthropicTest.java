package io.github.claudebridge.process.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FakeAnthropicTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private FakeAnthropic api;

    @BeforeEach
    void start() throws IOException {
        api = FakeAnthropic.start();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
                    say hello                 > hello
                    good morning              > You said: good morning
                    long 3 0                  > word1 word2 word3
                    usage 7 9 counted         > counted
                    refuse                    > I cannot help with that.
                    error 529 0               > Recovered after 0 errors
                    """)
    void answers_what_the_prompt_says(String prompt, String answer) throws Exception {
        JsonObject message = JsonObject.parse(ask(prompt, false).body());

        assertThat(message.objects("content").get(0).text("text")).isEqualTo(answer);
    }

    @Test
    void calls_the_tools_of_a_step_and_goes_on_with_the_next_step_after_their_results() throws Exception {
        String script = "tool Bash ls ++ tool Read a.txt ;; say done";
        JsonObject first = JsonObject.parse(ask(script, false).body());
        JsonObject result = JsonObject.of("type", "tool_result", "tool_use_id", "t", "content", "x");
        JsonObject second = JsonObject.parse(post(List.of(
                        user(script),
                        JsonObject.of("role", "assistant", "content", first.objects("content")),
                        JsonObject.of("role", "user", "content", List.of(result))))
                .body());

        assertThat(first.text("stop_reason")).isEqualTo("tool_use");
        assertThat(first.objects("content"))
                .extracting(block -> block.text("name"))
                .containsExactly("Bash", "Read");
        assertThat(second.objects("content").get(0).text("text")).isEqualTo("done");
    }

    @Test
    void streams_the_events_of_a_message_in_their_order() throws Exception {
        String body = ask("say hello", true).body();

        assertThat(body.lines().filter(line -> line.startsWith("event: ")))
                .containsExactly(
                        "event: message_start",
                        "event: content_block_start",
                        "event: content_block_delta",
                        "event: content_block_stop",
                        "event: message_delta",
                        "event: message_stop");
    }

    @Test
    void refuses_as_often_as_the_script_says_and_recovers() throws Exception {
        assertThat(ask("error 529 2", true).statusCode()).isEqualTo(529);
        assertThat(ask("error 529 2", true).statusCode()).isEqualTo(529);
        assertThat(ask("error 529 2", true).body()).contains("Recovered after 2 errors");
    }

    @Test
    void says_how_long_to_wait_when_the_rate_is_limited() throws Exception {
        HttpResponse<String> response = ask("ratelimit 7", true);

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("retry-after")).contains("7");
    }

    @Test
    void cuts_the_connection_in_the_middle_of_a_stream() {
        assertThat(catchIo(() -> ask("drop", true))).isNotNull();
    }

    @Test
    void tells_a_broken_script_from_a_good_one() throws Exception {
        assertThat(ask("tool Bash {\"command\":", true).statusCode()).isEqualTo(400);
    }

    @Test
    void keeps_the_requests_it_was_sent() throws Exception {
        ask("say hello", false);

        assertThat(api.requests()).singleElement().satisfies(request -> {
            assertThat(request.call()).isEqualTo("POST /v1/messages");
            assertThat(request.body()).contains("say hello");
        });
    }

    private HttpResponse<String> ask(String prompt, boolean stream) throws IOException, InterruptedException {
        return send(JsonObject.of("messages", List.of(user(prompt)), "stream", stream));
    }

    private HttpResponse<String> post(List<JsonObject> messages) throws IOException, InterruptedException {
        return send(JsonObject.of("messages", messages));
    }

    private HttpResponse<String> send(JsonObject request) throws IOException, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(api.baseUrl().resolve("/v1/messages"))
                .POST(HttpRequest.BodyPublishers.ofString(
                        request.with("model", "m").toString()))
                .build();
        return client.send(post, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject user(String prompt) {
        return JsonObject.of("role", "user", "content", prompt);
    }

    private interface Call {
        Object run() throws IOException, InterruptedException;
    }

    private static IOException catchIo(Call call) {
        return catchThrowableOfType(IOException.class, call::run);
    }
}
