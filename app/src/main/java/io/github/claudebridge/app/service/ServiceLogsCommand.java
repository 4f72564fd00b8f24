package io.github.claudebridge.app.service;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.StartException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what the service has logged. */
@Command(
        name = "logs",
        description = "Show what the service has logged (journalctl).",
        footer = {"", "Exit codes: those of journalctl; 69 there is no systemd."})
final class ServiceLogsCommand implements Callable<Integer> {

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as more comes.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "100",
            description = "How many lines of the past (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Override
    public Integer call() throws StartException {
        List<String> words = new ArrayList<>(List.of(
                "journalctl", "--user", "--no-pager", "--unit", UnitFile.NAME, "--lines", Integer.toString(lines)));
        if (follow) {
            words.add("--follow");
        }
        try {
            return new ProcessBuilder(words).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new StartException(
                    ExitCode.UNAVAILABLE, "There is no journalctl here. The bot logs to its standard error.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }
}
