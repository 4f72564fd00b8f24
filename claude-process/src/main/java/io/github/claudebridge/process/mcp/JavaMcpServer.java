package io.github.claudebridge.process.mcp;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A set of tools under a name. Claude sees them as {@code mcp__<server>__<tool>}. Immutable; thread-safe where its handlers are.
 *
 * @param name letters, digits, hyphens and underscores
 * @param version of the server; any text
 * @param tools the tools, with different names
 */
public record JavaMcpServer(String name, String version, List<JavaMcpTool> tools) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public JavaMcpServer {
        tools = List.copyOf(tools);
        checkName("server", name);
        if (tools.stream().map(JavaMcpTool::name).distinct().count() != tools.size()) {
            throw new IllegalArgumentException("Two tools of the server '" + name + "' have the same name");
        }
    }

    /** A server of version 1.0. */
    public static JavaMcpServer of(String name, JavaMcpTool... tools) {
        return new JavaMcpServer(name, "1.0", List.of(tools));
    }

    static void checkName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a valid name for a " + what + ": '" + name + "'");
        }
    }
}
