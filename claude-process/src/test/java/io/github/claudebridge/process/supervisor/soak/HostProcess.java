package io.github.claudebridge.process.supervisor.soak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.process.transport.MarkedProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A {@link SoakHost} as it is seen from outside. Not thread-safe. */
final class HostProcess {

    /** The variable that names the host in the environment of all that it starts. */
    static final String MARK = "SOAK_HOST";

    /** What a line of its output begins with that is an answer. */
    static final String ANSWER = "host: ";

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final String mark;
    private final Path log;
    private int heard;

    HostProcess(Path folder, String mark, long seed) throws IOException {
        this.mark = mark;
        this.log = folder.resolve(mark + ".log");
        this.process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SoakHost.class.getName(),
                        folder.toString(),
                        mark,
                        Long.toString(seed))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    String mark() {
        return mark;
    }

    /** Waits for its next answer. */
    String answer() throws IOException {
        Awaitility.await().atMost(PATIENCE).until(() -> answers().size() > heard || !process.isAlive());
        assertThat(answers()).as(() -> "The host says nothing more:\n" + text()).hasSizeGreaterThan(heard);
        return answers().get(heard++);
    }

    private List<String> answers() throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.startsWith(ANSWER))
                .map(line -> line.substring(ANSWER.length()))
                .toList();
    }

    /** What it printed. */
    String text() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    void tell(String word) throws IOException {
        process.getOutputStream().write((word + "\n").getBytes(UTF_8));
        process.getOutputStream().flush();
    }

    /** Lets it run. */
    void run(Duration time) throws InterruptedException {
        assertThat(process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS))
                .as(() -> "The host has died by itself:\n" + text())
                .isFalse();
    }

    /** The processes that it started, and that these started, as far as they live. */
    List<ProcessHandle> offspring() {
        return offspring(mark);
    }

    /** The CLIs among them. */
    List<ProcessHandle> clis() {
        return offspring().stream()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(FakeClaude.class.getName()))
                        .isPresent())
                .toList();
    }

    static List<ProcessHandle> offspring(String mark) {
        return MarkedProcesses.find(MARK, mark);
    }

    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Lets it end in order; its exit code. */
    int end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(() -> "The host does not end:\n" + text())
                .isTrue();
        return process.exitValue();
    }
}
