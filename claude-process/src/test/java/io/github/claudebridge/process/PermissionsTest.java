package io.github.claudebridge.process;

import static io.github.claudebridge.process.support.Conversations.resultOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.permission.AsyncPermissionHandler;
import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.permission.PermissionHandler;
import io.github.claudebridge.process.permission.Question;
import io.github.claudebridge.process.support.CliLines;
import io.github.claudebridge.process.support.Conversations;
import io.github.claudebridge.process.support.RecordingListener;
import io.github.claudebridge.process.support.ScriptedCli;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PermissionsTest {

    private static final UUID SESSION = new UUID(7, 7);
    private static final String BASH = """
            {"subtype":"can_use_tool","tool_name":"Bash","input":{"command":"rm x"},"tool_use_id":"t1","blocked_path":"/x",
            "permission_suggestions":[
            {"type":"addRules","rules":[{"toolName":"Bash","ruleContent":"rm x"}],"behavior":"allow","destination":"session"},
            {"type":"addDirectories","directories":["/a","/b"],"destination":"session"},
            {"type":"setMode","mode":"acceptEdits","destination":"session"}]}""".replace("\n", "");
    private static final String QUESTION = """
            {"subtype":"can_use_tool","tool_name":"AskUserQuestion","requires_user_interaction":true,"input":{"questions":[
            {"question":"Which?","header":"Choice","multiSelect":true,"options":[{"label":"A","description":"first","preview":"a = 1"},{"label":"B"}]}]}}""".replace("\n", "");

    private final ScriptedCli cli = new ScriptedCli();
    private final RecordingListener listener = new RecordingListener();

    private ClaudeProcess start(PermissionHandler handler) {
        return Conversations.with(cli, listener).permissions(handler).start();
    }

    private Json answerTo(String question, PermissionHandler handler) {
        try (ClaudeProcess claude = start(handler)) {
            assertThat(claude.status()).isEqualTo(Status.IDLE);
            cli.say(CliLines.ask("q1", question));
            Json answer = cli.nextAnswer();
            assertThat(answer.string("request_id")).contains("q1");
            return answer.get("response").orElseThrow();
        }
    }

    @Test
    void are_asked_of_the_host_only_when_it_has_a_handler() {
        start(request -> Permission.allow()).close();
        assertThat(cli.launches().get(0).command()).containsSequence("--permission-prompt-tool", "stdio");
        Conversations.with(cli, listener).start().close();
        assertThat(cli.launches().get(1).command()).doesNotContain("--permission-prompt-tool");
    }

    @Test
    void allowed_are_what_was_asked_for() {
        assertThat(answerTo(BASH, request -> Permission.allow()).text())
                .isEqualTo("{\"behavior\":\"allow\",\"updatedInput\":{\"command\":\"rm x\"}}");
    }

    @Test
    void allowed_with_a_change_are_what_the_host_says() {
        assertThat(answerTo(BASH, request -> Permission.allow(Json.parse("{\"command\":\"ls\"}")))
                        .text())
                .isEqualTo("{\"behavior\":\"allow\",\"updatedInput\":{\"command\":\"ls\"}}");
    }

    @Test
    void denied_tell_the_model_why() {
        assertThat(answerTo(BASH, request -> Permission.deny("no")).text())
                .isEqualTo("{\"behavior\":\"deny\",\"message\":\"no\"}");
        assertThat(answerTo(BASH, request -> Permission.denyAndInterrupt("stop"))
                        .text())
                .isEqualTo("{\"behavior\":\"deny\",\"message\":\"stop\",\"interrupt\":true}");
    }

    @Test
    void rules_are_given_one_by_one() {
        List<String> offered = new CopyOnWriteArrayList<>();
        Json answer = answerTo(BASH, request -> {
            request.suggestions().forEach(rule -> offered.add(rule.describe()));
            return Permission.allow().with(request.suggestions().get(0));
        });
        assertThat(offered).containsExactly("Bash(rm x)", "/a, /b", "acceptEdits");
        assertThat(answer.get("updatedPermissions").orElseThrow().elements())
                .singleElement()
                .satisfies(rule -> assertThat(rule.string("type")).contains("addRules"));
    }

    @Test
    void questions_are_answered_by_their_text() {
        Json answer = answerTo(QUESTION, request -> {
            Question question = request.questions().get(0);
            assertThat(request.needsPerson()).isTrue();
            assertThat(question.multiple()).isTrue();
            assertThat(question.options())
                    .containsExactly(new Question.Option("A", "first", "a = 1"), new Question.Option("B", "", ""));
            return Permission.answer(
                    request, Map.of(question.text(), question.options().get(0).label()));
        });
        Json input = answer.get("updatedInput").orElseThrow();
        assertThat(input.get("answers").orElseThrow().string("Which?")).contains("A");
        assertThat(input.get("questions")).isPresent();
    }

    @Test
    void a_plan_is_shown_and_approved() {
        String plan = "{\"subtype\":\"can_use_tool\",\"tool_name\":\"ExitPlanMode\",\"input\":{\"plan\":\"# Do\"}}";
        List<String> plans = new CopyOnWriteArrayList<>();
        answerTo(plan, request -> {
            plans.add(request.plan().orElse("none"));
            return Permission.allow();
        });
        assertThat(plans).containsExactly("# Do");
    }

    @Test
    void a_plan_that_the_cli_does_not_hand_over_is_the_one_that_the_model_wrote_in_its_call() {
        List<String> plans = new CopyOnWriteArrayList<>();
        try (ClaudeProcess claude = start(request -> {
            plans.add(request.plan().orElse("none"));
            return Permission.allow();
        })) {
            assertThat(claude.status()).isEqualTo(Status.IDLE);
            cli.say(CliLines.toolUse("t1", "ExitPlanMode", "{\"plan\":\"# Do\"}"));
            for (String toolUse : List.of("t1", "t2")) {
                cli.say(CliLines.ask(
                        toolUse,
                        "{\"subtype\":\"can_use_tool\",\"tool_name\":\"ExitPlanMode\",\"input\":{},\"tool_use_id\":\""
                                + toolUse + "\"}"));
                assertThat(cli.nextAnswer().get("response").orElseThrow().get("updatedInput"))
                        .as("what the CLI asked with")
                        .contains(Json.EMPTY_OBJECT);
            }
        }
        assertThat(plans).as("the second call is another").containsExactly("# Do", "none");
    }

    @Test
    void without_a_decision_the_tool_is_denied_and_the_listener_hears_why() {
        Json answer = answerTo(BASH, request -> {
            throw new IllegalStateException("broken");
        });
        assertThat(answer.string("behavior")).contains("deny");
        await().untilAsserted(() -> assertThat(listener.heard(ClaudeError.CallbackFailed.class))
                .extracting(ClaudeError.CallbackFailed::callback)
                .containsExactly("permissions"));
    }

    private Json answerOfAsync(AsyncPermissionHandler handler) {
        try (ClaudeProcess claude =
                Conversations.with(cli, listener).permissionsAsync(handler).start()) {
            assertThat(claude.status()).isEqualTo(Status.IDLE);
            cli.say(CliLines.ask("q1", BASH));
            return cli.nextAnswer().get("response").orElseThrow();
        }
    }

    @Test
    void a_handler_that_fails_in_any_way_is_a_denial_and_the_listener_hears_of_it() {
        PermissionHandler cancelled = request -> {
            CompletableFuture<Permission> dialog = new CompletableFuture<>();
            dialog.cancel(true);
            return dialog.join();
        };
        assertThat(answerTo(BASH, cancelled).string("behavior")).contains("deny");
        assertThat(answerOfAsync(request -> {
                            CompletableFuture<Permission> dialog = new CompletableFuture<>();
                            dialog.cancel(true);
                            return dialog;
                        })
                        .string("behavior"))
                .contains("deny");
        assertThat(answerOfAsync(request -> {
                            throw new AssertionError("broken");
                        })
                        .string("behavior"))
                .contains("deny");
        assertThat(answerOfAsync(nothing(CompletableFuture.completedFuture(null)))
                        .string("behavior"))
                .contains("deny");
        assertThat(answerOfAsync(nothing(null)).string("behavior")).contains("deny");
        await().untilAsserted(() ->
                assertThat(listener.heard(ClaudeError.CallbackFailed.class)).hasSize(5));
    }

    /** What code that is not checked for nulls may give back. */
    @SuppressWarnings("NullAway") // The point of the test.
    private static AsyncPermissionHandler nothing(@Nullable CompletionStage<Permission> decision) {
        return request -> decision;
    }

    @Test
    void many_that_end_at_once_leave_none_waiting() {
        List<CompletableFuture<Permission>> decisions = new CopyOnWriteArrayList<>();
        try (ClaudeProcess claude = Conversations.with(cli, listener)
                .permissionsAsync(request -> {
                    CompletableFuture<Permission> decision = new CompletableFuture<>();
                    decisions.add(decision);
                    return decision;
                })
                .start()) {
            for (int round = 1; round <= 20; round++) {
                int asked = 16 * round;
                for (int i = asked - 16; i < asked; i++) {
                    cli.say(CliLines.ask("q" + i, BASH));
                }
                await().until(() -> decisions.size() == asked);
                decisions.parallelStream().forEach(decision -> decision.complete(Permission.allow()));
                await().until(() -> claude.status() == Status.IDLE);
            }
        }
    }

    @Test
    void nobody_answering_in_time_is_a_denial() {
        try (ClaudeProcess claude = Conversations.with(cli, listener)
                .limits(Conversations.LIMITS.withPermission(Duration.ofMillis(30)))
                .permissionsAsync(request -> new CompletableFuture<>())
                .start()) {
            assertThat(claude.status()).isEqualTo(Status.IDLE);
            cli.say(CliLines.ask("q1", BASH));
            assertThat(cli.nextAnswer()
                            .get("response")
                            .orElseThrow()
                            .string("message")
                            .orElse(""))
                    .contains("in time");
        }
    }

    @Test
    void waiting_for_a_decision_holds_nothing_up() throws Exception {
        CountDownLatch decide = new CountDownLatch(1);
        cli.answer("list_models", request -> "{\"models\":[]}");
        try (ClaudeProcess claude = start(request -> {
            decide.await();
            return Permission.allow();
        })) {
            Turn turn = claude.send("go");
            cli.say(CliLines.ask("q1", BASH));
            await().until(() -> claude.status() == Status.WAITING_FOR_PERMISSION);
            cli.say(CliLines.text("meanwhile"));
            await().until(() -> !listener.heard(Output.class).isEmpty());
            assertThat(claude.models().get(10, TimeUnit.SECONDS)).isEmpty();
            decide.countDown();
            assertThat(cli.nextAnswer().string("request_id")).contains("q1");
            await().until(() -> claude.status() == Status.BUSY);
            cli.say(CliLines.result(SESSION, "end").text());
            resultOf(turn);
        }
    }

    @Test
    void a_withdrawn_request_frees_its_handler_and_is_not_answered() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (ClaudeProcess claude = start(request -> {
            asked.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
            return Permission.allow();
        })) {
            cli.say(CliLines.ask("q1", BASH));
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            cli.say(CliLines.withdrawal("q1"));
            assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
            await().until(() -> claude.status() != Status.WAITING_FOR_PERMISSION);
        }
        cli.nextRequest("end_session");
        assertThat(cli.nothingMoreReceived()).isTrue();
        assertThat(listener.heard(ClaudeError.class)).isEmpty();
    }

    @Test
    void a_question_that_no_host_knows_is_refused() {
        try (ClaudeProcess claude = start(request -> Permission.allow())) {
            assertThat(claude.status()).isEqualTo(Status.IDLE);
            cli.say(CliLines.ask("q9", "{\"subtype\":\"request_user_dialog\"}"));
            assertThat(cli.nextAnswer().string("subtype")).contains("error");
        }
    }
}
