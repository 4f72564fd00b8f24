package io.github.claudebridge.telegram.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.telegram.internal.ThreadTimers;
import io.github.claudebridge.telegram.program.ProgramResult.Ending;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramRunnerTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final ThreadTimers timers = new ThreadTimers("test-timers");
    private final ProgramRunner runner = new ProgramRunner(Map.of("PATH", "/usr/bin:/bin", "SECRET", "x"), timers);

    @AfterEach
    void close() {
        runner.close();
        timers.close();
    }

    private ProgramResult run(Duration limit, String... words) throws Exception {
        return runner.start(new Program(List.of(words), limit), List.of(), folder)
                .result()
                .get(60, TimeUnit.SECONDS);
    }

    @Test
    void a_program_gives_its_output_and_its_exit_code() throws Exception {
        assertThat(run(LONG, "sh", "-c", "echo out; echo err >&2; exit 3"))
                .satisfies(result -> assertThat(result.exit()).isEqualTo(3))
                .satisfies(result -> assertThat(result.output()).contains("out\n", "err\n"));
    }

    @Test
    void one_that_hangs_is_ended_in_time_also_beside_many_others() throws Exception {
        List<RunningProgram> many = IntStream.range(0, 12)
                .mapToObj(i ->
                        runner.start(new Program(List.of("sleep", "1000"), Duration.ofSeconds(1)), List.of(), folder))
                .toList();
        for (RunningProgram each : many) {
            assertThat(each.result().get(60, TimeUnit.SECONDS).ending()).isEqualTo(Ending.TIMED_OUT);
        }
    }

    @Test
    void what_it_started_is_ended_too() throws Exception {
        run(Duration.ofSeconds(1), "sh", "-c", "sleep 1000 & echo $! > child; wait");
        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());

        Awaitility.await()
                .atMost(LONG)
                .until(() ->
                        ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void of_a_flood_a_bounded_part_is_kept_and_it_is_ended() throws Exception {
        assertThat(run(LONG, "yes"))
                .satisfies(result -> assertThat(result.ending()).isEqualTo(Ending.FLOODED))
                .satisfies(result -> assertThat(result.output().length()).isLessThan(400_000));
    }

    @Test
    void one_that_is_not_there_is_told() throws Exception {
        assertThat(run(LONG, "no-such-program-anywhere").ending()).isEqualTo(Ending.NOT_STARTED);
    }

    @Test
    void it_sees_none_of_the_host_s_secrets() throws Exception {
        assertThat(run(LONG, "env").output()).contains("PATH=").doesNotContain("SECRET");
    }

    @Test
    void words_that_cannot_be_arguments_are_refused() {
        Program echo = new Program(List.of("echo"), LONG);

        assertThatThrownBy(() -> runner.start(echo, List.of("a\0b"), folder))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
