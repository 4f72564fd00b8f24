package io.github.claudebridge.process.testing;

import io.github.claudebridge.process.error.Dialog;
import io.github.claudebridge.process.transport.Transport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How {@link FakeClaude} behaves from its start, apart from what prompts ask of it. Immutable and thread-safe; each method
 * returns a changed copy.
 */
public final class FakeSetup {
    private final List<String> words;

    FakeSetup(List<String> words) {
        this.words = List.copyOf(words);
    }

    /** Plays another version: one before 2.1.300 does not report the way of messages. */
    public FakeSetup version(String version) {
        return with("version=" + version);
    }

    /** Writes so many bytes that are no JSON to standard output before it reads anything. */
    public FakeSetup burst(long bytes) {
        return with("burst=" + bytes);
    }

    /** Writes so many bytes to standard error before it does anything. */
    public FakeSetup floodStderr(long bytes) {
        return with("stderr=" + bytes);
    }

    /** Writes this line to standard error before it does anything. */
    public FakeSetup complain(String line) {
        return with("complain=" + line);
    }

    /** Ends at once with this exit code. */
    public FakeSetup exitAtOnce(int code) {
        return with("exit=" + code);
    }

    /** Never reads its standard input. */
    public FakeSetup deaf() {
        return with("deaf");
    }

    /** Refuses control requests of this kind, such as {@code set_model}. */
    public FakeSetup refuse(String request) {
        return with("refuse=" + request);
    }

    /** Shows this dialog before its prompt, where it runs on a terminal; of its two answers the first is to leave. */
    public FakeSetup asks(Dialog dialog) {
        return with("dialog=" + dialog);
    }

    /** Takes no notice of the signal TERM. */
    public FakeSetup ignoreTerm() {
        return with("ignoreterm");
    }

    /** Answers as the rules in this folder say, and keeps there what it was told. */
    FakeSetup book(Path folder) {
        return with("book=" + folder);
    }

    /**
     * The command that starts it as a process of its own, to be followed by the arguments of the command line. It uses the
     * JVM that runs now and the class path or jar that this class came from.
     *
     * @return an immutable list, never empty
     */
    public List<String> command() {
        List<String> command = new ArrayList<>(JavaCommand.of(FakeClaude.class));
        command.addAll(words);
        return List.copyOf(command);
    }

    /**
     * A transport that starts it on threads of this process, whatever the command is: for tests that need many and fast
     * ones. Tools that a script calls are still processes; signals other than TERM and KILL do not exist.
     */
    public Transport inMemory() {
        return new InMemoryTransport(words);
    }

    private FakeSetup with(String setting) {
        List<String> more = new ArrayList<>(words);
        more.add("--fake-" + setting);
        return new FakeSetup(more);
    }
}
