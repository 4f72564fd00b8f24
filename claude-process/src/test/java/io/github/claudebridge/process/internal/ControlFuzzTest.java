package io.github.claudebridge.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.claudebridge.process.hook.HookDecision;
import io.github.claudebridge.process.hook.HookEvent;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.mcp.JavaMcpServer;
import io.github.claudebridge.process.mcp.JavaMcpTool;
import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.protocol.Message;
import io.github.claudebridge.process.protocol.MessageDecoder;
import io.github.claudebridge.process.protocol.MessageEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Whatever the CLI asks, it gets an answer that can be written: it would wait for it without a limit. */
class ControlFuzzTest {

    private static final String SCHEMA = "{\"type\":\"object\"}";

    private final MessageDecoder decoder = new MessageDecoder();
    private final MessageEncoder encoder = new MessageEncoder();
    private final Desk desk = new Desk(
            new PermissionDesk(
                    request -> CompletableFuture.completedFuture(
                            request.questions().isEmpty() && request.plan().isEmpty()
                                    ? Permission.allow()
                                    : Permission.deny(request.displayName())),
                    Duration.ofMinutes(1),
                    error -> {},
                    count -> {}),
            new HookDesk(
                    List.of(new HookRegistration(
                            HookEvent.PRE_TOOL_USE,
                            null,
                            input -> HookDecision.denyTool(input.toolInput().text()))),
                    error -> {}),
            new McpDesk(List.of(JavaMcpServer.of(
                    "s", new JavaMcpTool("t", "", Json.parse(SCHEMA), arguments -> arguments.text())))),
            error -> {});

    @FuzzTest
    void every_question_is_answered(byte[] request) throws Exception {
        byte[] line = ("{\"type\":\"control_request\",\"request_id\":\"1\",\"request\":"
                        + new String(request, StandardCharsets.UTF_8) + "}")
                .getBytes(StandardCharsets.UTF_8);
        List<Message> messages = new ArrayList<>();
        decoder.decode(line, 0, line.length, messages::add);
        for (Message message : messages) {
            if (message instanceof Message.Ask ask) {
                Optional<Json> answer = desk.answer(ask.id(), ask.question()).get(10, TimeUnit.SECONDS);
                byte[] reply =
                        answer.isPresent() ? encoder.reply(ask.id(), answer.get()) : encoder.refusal(ask.id(), "no");
                assertThat(reply).isNotEmpty().doesNotContain('\n');
            }
        }
    }
}
