package io.github.claudebridge.process.testing.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Starts a command as a process of its own. Thread-safe. */
public final class ProcessLauncher implements Launcher {
    private final List<String> command;
    private final Map<String, String> environment;

    /**
     * A launcher.
     *
     * @param command the command, which the arguments follow
     * @param environment the whole environment; nothing is inherited
     */
    public ProcessLauncher(List<String> command, Map<String, String> environment) {
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Conversation start(List<String> arguments, Path directory, Map<String, String> additions)
            throws IOException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(whole).directory(directory.toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(additions);
        return new Running(builder.start());
    }

    private static final class Running implements Conversation {
        private final Process process;

        Running(Process process) {
            this.process = process;
        }

        @Override
        public OutputStream input() {
            return process.getOutputStream();
        }

        @Override
        public InputStream output() {
            return process.getInputStream();
        }

        @Override
        public void signal(String name) throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-s", name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }

        @Override
        public OptionalInt exitCode(Duration time) throws InterruptedException {
            boolean ended = process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
            return ended ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
        }

        @Override
        public void close() {
            List<ProcessHandle> descendants = process.descendants().toList();
            process.destroyForcibly();
            descendants.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
