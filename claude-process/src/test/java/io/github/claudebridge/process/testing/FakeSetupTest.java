package io.github.claudebridge.process.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in can do wrong what a process can do wrong. */
class FakeSetupTest {
    private static final List<String> ARGUMENTS =
            List.of("-p", "--verbose", "--input-format", "stream-json", "--output-format", "stream-json");
    private final List<Process> processes = new ArrayList<>();

    @TempDir
    Path home;

    @AfterEach
    void kill() {
        processes.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }

    @Test
    void crashes_in_the_middle_of_a_turn_with_the_code_of_the_script() throws Exception {
        Process process = start(FakeClaude.setup());

        String output = say(process, "say first ++ crash 42");

        assertThat(output).contains("\"first\"").doesNotContain("\"type\":\"result\"");
        assertThat(process.waitFor()).isEqualTo(42);
    }

    @Test
    void leaves_half_a_line_behind() throws Exception {
        String output = say(start(FakeClaude.setup()), "halfline");

        assertThat(output).doesNotEndWith("\n").doesNotContain("\"type\":\"result\"");
    }

    @Test
    void writes_bytes_that_are_no_text() throws Exception {
        Process process = start(FakeClaude.setup());
        send(process, "badutf8");
        process.getOutputStream().close();

        byte[] output = process.getInputStream().readAllBytes();

        assertThat(output).contains((byte) 0xff);
        assertThat(new String(output, StandardCharsets.UTF_8)).contains("\"type\":\"result\"");
    }

    @Test
    void writes_lines_of_any_length() throws Exception {
        String output = say(start(FakeClaude.setup()), "hugeline 3000000");

        assertThat(output.lines()).anyMatch(line -> line.length() > 3_000_000);
    }

    @Test
    void writes_lines_and_events_that_nobody_knows() throws Exception {
        String output = say(start(FakeClaude.setup()), "noise Segmentation fault ++ newtypes ++ say done");

        assertThat(output).contains("\nSegmentation fault\n", "tomorrows_event", "\"result\":\"done\"");
    }

    @Test
    void floods_standard_error() throws Exception {
        Process process = start(FakeClaude.setup().floodStderr(200_000));

        assertThat(process.getErrorStream().readNBytes(200_000)).hasSize(200_000);
        assertThat(say(process, "say done")).contains("\"result\":\"done\"");
    }

    @Test
    void says_something_after_the_result() throws Exception {
        List<String> lines = say(start(FakeClaude.setup()), "late afterthought ++ say done")
                .lines()
                .toList();

        assertThat(lines.get(lines.size() - 1)).contains("afterthought");
    }

    @Test
    void takes_no_notice_of_the_signal_that_asks_it_to_end() throws Exception {
        Process process = start(FakeClaude.setup().ignoreTerm());
        send(process, "say up");
        assertThat(process.inputReader().readLine()).isNotNull();

        process.toHandle().destroy();

        assertThat(process.waitFor(500, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void leaves_a_process_behind_that_outlives_it() throws Exception {
        Process process = start(FakeClaude.setup());
        send(process, "grandchild 60");
        await().until(() -> process.descendants().count() > 0);
        List<ProcessHandle> left = process.descendants().toList();

        process.destroyForcibly().waitFor();

        assertThat(left).isNotEmpty().allMatch(ProcessHandle::isAlive);
        left.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void writes_a_burst_before_it_reads_anything() throws Exception {
        Process process = start(FakeClaude.setup().burst(1_000_000));

        assertThat(process.getInputStream().readNBytes(1_000_000)).hasSize(1_000_000);
        assertThat(say(process, "say done")).contains("\"result\":\"done\"");
    }

    @Test
    void ends_at_once_with_a_complaint() throws Exception {
        Process process = start(FakeClaude.setup().complain("no licence").exitAtOnce(3));

        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(process.errorReader().readLine()).isEqualTo("no licence");
    }

    @Test
    void never_answers_where_it_is_deaf() throws Exception {
        Process process = start(FakeClaude.setup().deaf());
        send(process, "say hello");

        assertThat(process.waitFor(500, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(process.getInputStream().available()).isZero();
    }

    @Test
    void closes_its_output_and_lives_on() throws Exception {
        Process process = start(FakeClaude.setup());
        send(process, "closeout ++ tool Bash exec sleep 60");

        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output).doesNotContain("\"type\":\"result\"");
        assertThat(process.isAlive()).isTrue();
    }

    private Process start(FakeSetup setup) throws IOException {
        List<String> command = new ArrayList<>(setup.command());
        command.addAll(ARGUMENTS);
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().remove("CLAUDE_CONFIG_DIR");
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** Sends a prompt, closes the input and returns all that is written until the end. */
    private static String say(Process process, String prompt) throws IOException {
        send(process, prompt);
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void send(Process process, String prompt) throws IOException {
        String line = "{\"type\":\"user\",\"message\":{\"role\":\"user\",\"content\":\"" + prompt + "\"}}\n";
        process.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }
}
