package io.github.claudebridge.process.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where no terminal can be had, that is said with the reason. Each case is a JVM of its own, since natives are loaded once. */
@Timeout(120)
class NoTerminalTest {

    private static final List<String> NAMESPACE = List.of("unshare", "-rm", "sh", "-c");

    @TempDir
    private Path folder;

    @Test
    void there_is_one_here() throws Exception {
        assertThat(run(java(classPath()))).startsWith("opened /dev/pts/").endsWith("exit 3");
    }

    @Test
    void a_native_library_that_is_missing_is_named() throws Exception {
        assertThat(run(java(classPath(), "-Dpty4j.preferred.native.folder=" + folder)))
                .startsWith("TerminalUnavailable: ")
                .contains("libpty");
    }

    @Test
    void a_class_path_without_the_library_that_opens_terminals_is_told() throws Exception {
        assertThat(run(java(classPathWithout("pty4j"))))
                .startsWith("TerminalUnavailable: ")
                .contains("pty4j");
    }

    @Test
    void a_class_path_without_the_library_that_draws_is_told() throws Exception {
        assertThat(run(java(classPathWithout("jline"))))
                .startsWith("TerminalUnavailable: ")
                .contains("ScreenTerminal");
    }

    @Test
    void a_temporary_folder_that_no_program_may_be_run_from_is_told() throws Exception {
        assumeNamespaces();
        String mount = "mount -t tmpfs -o noexec none " + folder + " && ";

        String said = run(inNamespace(
                mount,
                java(classPath(), "-Djava.io.tmpdir=" + folder, "-Djna.tmpdir=" + folder, "-Dpty4j.tmpdir=" + folder)));

        assertThat(said).startsWith("TerminalUnavailable: ").contains("UnsatisfiedLinkError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mount --bind /dev/null /dev/ptmx && ", "mount -t tmpfs none /dev/pts && "})
    void a_system_without_pseudo_terminals_is_told(String mount) throws Exception {
        assumeNamespaces();

        assertThat(run(inNamespace(mount, java(classPath())))).startsWith("TerminalUnavailable: ");
    }

    private static void assumeNamespaces() throws Exception {
        List<String> probe = new ArrayList<>(NAMESPACE);
        probe.add("mount -t tmpfs none /mnt && echo yes");
        assumeTrue(run(probe).equals("yes"), "this system gives its users no namespaces of mounts");
    }

    private static List<String> inNamespace(String mount, List<String> command) {
        List<String> whole = new ArrayList<>(NAMESPACE);
        whole.addAll(List.of(mount + "exec \"$@\"", "sh"));
        whole.addAll(command);
        return whole;
    }

    private static List<String> java(String classPath, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath, TerminalMain.class.getName()));
        return command;
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static String classPathWithout(String library) {
        return Stream.of(classPath().split(File.pathSeparator, -1))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith(library))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        // What libraries log comes before it, or on the same stream in between.
        return said.lines()
                .filter(line -> line.matches("(opened|yes|TerminalUnavailable:).*"))
                .findFirst()
                .orElse(said);
    }
}
