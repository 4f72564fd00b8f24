package io.github.claudebridge.process.bench;

import io.github.claudebridge.process.transport.Launch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The CLI with nothing between it and us but a pipe: what a program does that only wants to be fast. */
final class RawPipe implements AutoCloseable {

    private final Process process;
    private final OutputStream input;
    private final BufferedReader output;

    /**
     * Starts the CLI with the library's arguments, for a session of its own.
     *
     * @param launcher words before the command
     */
    RawPipe(Launch launch, String... launcher) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher));
        command.addAll(launch.command());
        int option = command.indexOf("--session-id");
        if (option < 0) {
            throw new IllegalArgumentException("A new session has an id");
        }
        command.set(option + 1, UUID.randomUUID().toString());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(launch.directory().toFile());
        builder.environment().clear();
        builder.environment().putAll(launch.environment());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        process = builder.start();
        input = process.getOutputStream();
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        write("{\"type\":\"control_request\",\"request_id\":\"1\",\"request\":{\"subtype\":\"initialize\"}}");
        await("\"control_response\"");
    }

    /** One turn, until its result is there. */
    void turn(String prompt) throws IOException {
        write("{\"type\":\"user\",\"uuid\":\"" + UUID.randomUUID()
                + "\",\"session_id\":\"\",\"parent_tool_use_id\":null,\"message\":{\"role\":\"user\",\"content\":\""
                + prompt
                + "\"}}");
        await("\"type\":\"result\"");
    }

    private void write(String line) throws IOException {
        input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    private void await(String mark) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(mark)) {
                return;
            }
        }
        throw new IOException("The CLI ended");
    }

    @Override
    public void close() throws IOException {
        input.close();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
