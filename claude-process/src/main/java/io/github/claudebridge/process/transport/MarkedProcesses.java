package io.github.claudebridge.process.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Finds processes by a variable in their environment, where the system shows it (Linux, own processes). Stateless. */
public final class MarkedProcesses {

    private static final Path PROC = Path.of("/proc");

    private MarkedProcesses() {}

    /** The processes that were started with this variable at this value; none where the system does not show it. */
    public static List<ProcessHandle> find(String variable, String value) {
        byte[] wanted = (variable + "=" + value).getBytes(StandardCharsets.UTF_8);
        if (!Files.isDirectory(PROC.resolve("self"))) {
            return List.of();
        }
        return ProcessHandle.allProcesses()
                .filter(handle -> hasVariable(handle.pid(), wanted))
                .toList();
    }

    private static boolean hasVariable(long pid, byte[] wanted) {
        try {
            return contains(Files.readAllBytes(PROC.resolve(pid + "/environ")), wanted);
        } catch (IOException notOursOrGone) {
            return false;
        }
    }

    private static boolean contains(byte[] environment, byte[] wanted) {
        int from = 0;
        for (int i = 0; i <= environment.length; i++) {
            if (i == environment.length || environment[i] == 0) {
                if (Arrays.equals(environment, from, i, wanted, 0, wanted.length)) {
                    return true;
                }
                from = i + 1;
            }
        }
        return false;
    }
}
