package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged program as a process of its own. */
final class BotProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "claude-bridge.jar").toAbsolutePath();

    private final Process process;
    private final Path output;
    private final Path errors;

    private BotProcess(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /**
     * Starts {@code java -jar claude-bridge.jar} with these arguments.
     *
     * @param folder an existing folder that takes the program's output, its temporary files, and is its user's home
     */
    static BotProcess start(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        return startReading(folder, Path.of("/dev/null"), environment, arguments);
    }

    /** The same with a file as the standard input. */
    static BotProcess startReading(Path folder, Path input, Map<String, String> environment, String... arguments)
            throws IOException {
        assertThat(JAR).as("the packaged jar; these tests run after 'package'").isRegularFile();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + folder,
                "-Djava.io.tmpdir=" + folder,
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "output-", ".txt");
        Path errors = Files.createTempFile(folder, "errors-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CLAUDE") || name.startsWith("ANTHROPIC"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        return new BotProcess(builder.start(), output, errors);
    }

    /** The processes that the program has started, at any depth. */
    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** What the program has printed to its standard output so far. */
    String output() throws IOException {
        return Files.readString(output);
    }

    /** What the program has printed to its standard error so far: its log, and its last words. */
    String errors() throws IOException {
        return Files.readString(errors);
    }

    /** Its number. */
    long pid() {
        return process.pid();
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Sends SIGKILL. */
    void kill() {
        process.destroyForcibly();
    }

    /** Waits for the end; the exit code. */
    int exitCode() throws InterruptedException, IOException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("it ends; it said: %s%s", output(), errors())
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
    }
}
