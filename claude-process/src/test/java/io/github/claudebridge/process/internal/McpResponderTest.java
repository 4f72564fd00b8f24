package io.github.claudebridge.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.mcp.JavaMcpServer;
import io.github.claudebridge.process.mcp.JavaMcpTool;
import org.junit.jupiter.api.Test;

class McpResponderTest {

    private final McpResponder server = new McpResponder(JavaMcpServer.of(
            "calc",
            new JavaMcpTool(
                    "double",
                    "Doubles",
                    Json.parse("{\"type\":\"object\"}"),
                    arguments -> Double.toString(2
                            * arguments.number("n").orElseThrow(() -> new IllegalArgumentException("n is missing"))))));

    private Json result(String method, String params) {
        Json response = server.respond(
                Json.parse("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"" + method + "\",\"params\":" + params + "}"));
        assertThat(response.number("id")).hasValue(5);
        return response.get("result").orElseThrow();
    }

    @Test
    void agrees_to_the_clients_protocol_version() {
        Json hello = result("initialize", "{\"protocolVersion\":\"2031-01-01\"}");
        assertThat(hello.string("protocolVersion")).contains("2031-01-01");
        assertThat(hello.get("serverInfo").orElseThrow().string("name")).contains("calc");
    }

    @Test
    void lists_its_tools() {
        Json tool =
                result("tools/list", "{}").get("tools").orElseThrow().elements().get(0);
        assertThat(tool.string("name")).contains("double");
        assertThat(tool.get("inputSchema")).contains(Json.parse("{\"type\":\"object\"}"));
    }

    @Test
    void calls_a_tool_and_tells_what_it_threw() {
        Json good = result("tools/call", "{\"name\":\"double\",\"arguments\":{\"n\":21}}");
        assertThat(good.isTrue("isError")).isFalse();
        assertThat(good.text()).contains("42.0");
        Json bad = result("tools/call", "{\"name\":\"double\",\"arguments\":{}}");
        assertThat(bad.isTrue("isError")).isTrue();
        assertThat(bad.text()).contains("n is missing");
    }

    @Test
    void refuses_unknown_tools_and_methods_and_answers_notifications() {
        Json unknown = server.respond(Json.parse("{\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"x\"}}"));
        assertThat(unknown.get("error").orElseThrow().number("code")).hasValue(-32602);
        Json method = server.respond(Json.parse("{\"id\":1,\"method\":\"resources/list\"}"));
        assertThat(method.get("error").orElseThrow().number("code")).hasValue(-32601);
        assertThat(server.respond(Json.parse("{\"method\":\"notifications/initialized\"}"))
                        .get("result"))
                .contains(Json.EMPTY_OBJECT);
    }
}
