package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a shell command, in a session of its own as the real one does. */
final class BashTool implements Tool {
    private static final Set<String> HARMLESS = Set.of(
            "cat", "cd", "date", "echo", "false", "grep", "head", "id", "ls", "printf", "pwd", "sleep", "tail", "true",
            "uname", "wc", "which", "whoami");
    private static final Set<String> EDITS = Set.of("cp", "mkdir", "mv", "rm", "rmdir", "sed", "touch");
    private static final Set<String> HARMLESS_OR_EDIT =
            Stream.concat(HARMLESS.stream(), EDITS.stream()).collect(Collectors.toUnmodifiableSet());
    private static final Pattern BETWEEN_COMMANDS = Pattern.compile("\\s*(?:;|&&|\\|\\||\\||\\n)\\s*");

    private static final Pattern FIRST_WORD = Pattern.compile("(?s)(\\S*).*");

    private final Path directory;
    private final Map<String, String> environment;
    private final Tasks tasks;

    BashTool(Path directory, Map<String, String> environment, Tasks tasks) {
        this.directory = directory;
        this.environment = environment;
        this.tasks = tasks;
    }

    @Override
    public boolean isHarmless(JsonObject input) {
        String command = input.text("command", "");
        return !command.contains(">") && !command.contains("$(") && consistsOf(command, HARMLESS);
    }

    @Override
    public boolean isEdit(JsonObject input) {
        return consistsOf(input.text("command", ""), HARMLESS_OR_EDIT);
    }

    @Override
    public ToolResult run(Call call) throws IOException, InterruptedException, Cancellation.Cancelled {
        if (!call.input().flag("run_in_background")) {
            return execute(call.input(), call.cancellation());
        }
        Tasks.Task task = Tasks.Task.of(call, "local_bash");
        tasks.startInBackground(task, () -> execute(call.input(), task.cancellation()));
        return result("The command runs in the background with the id " + task.id() + ".");
    }

    private ToolResult execute(JsonObject input, Cancellation cancellation)
            throws IOException, InterruptedException, Cancellation.Cancelled {
        ProcessBuilder builder = new ProcessBuilder(DetachedShell.command(input.text("command", "")));
        builder.directory(directory.toFile()).environment().putAll(environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.redirectErrorStream(true);
        Process process = builder.start();
        cancellation.whenCancelled(() -> ProcessTree.kill(process.toHandle()));
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        int exit = process.waitFor();
        cancellation.check();
        if (exit != 0) {
            return ToolResult.error("Exit code " + exit + (output.isEmpty() ? "" : "\n" + output));
        }
        return result(output.isEmpty() ? "(no output)" : output);
    }

    private static ToolResult result(String output) {
        JsonObject detail = JsonObject.of(
                "stdout", output, "stderr", "", "interrupted", false, "isImage", false, "noOutputExpected", false);
        return ToolResult.of(output, detail);
    }

    private static boolean consistsOf(String command, Set<String> programs) {
        return Arrays.stream(BETWEEN_COMMANDS.split(command.strip()))
                .allMatch(part -> programs.contains(FIRST_WORD.matcher(part).replaceFirst("$1")));
    }
}
