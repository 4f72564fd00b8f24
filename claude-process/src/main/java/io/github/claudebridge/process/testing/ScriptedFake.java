package io.github.claudebridge.process.testing;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.testing.internal.book.EventLog;
import io.github.claudebridge.process.testing.internal.book.Rule;
import io.github.claudebridge.process.testing.internal.book.RuleFile;
import io.github.claudebridge.process.transport.MarkedProcesses;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A {@link FakeClaude} for one test: it answers as the test decides, has a home of its own, and keeps what it was told. Several of its
 * processes may run one after the other, or at once. A prompt that no rule of the test covers is answered as {@link FakeClaude} does
 * anyway. Thread-safe.
 */
public final class ScriptedFake implements AutoCloseable {
    private static final long DEATH_SECONDS = 5;

    private final Path home;
    private final Path directory;
    private final FakeSetup setup;
    private final RuleFile rules;
    private final EventLog log;

    private ScriptedFake(Path folder, FakeSetup setup) throws IOException {
        this.home = Files.createDirectories(folder.resolve("home"));
        this.directory = Files.createDirectories(folder.resolve("work"));
        Path book = Files.createDirectories(folder.resolve("book"));
        this.setup = setup.book(book);
        this.rules = new RuleFile(book);
        this.log = new EventLog(book);
    }

    /**
     * One that keeps its files in a folder.
     *
     * @param folder an existing folder that it may fill
     */
    public static ScriptedFake in(Path folder) throws IOException {
        return in(folder, FakeClaude.setup());
    }

    /**
     * One that behaves in a certain way from its start.
     *
     * @param folder an existing folder that it may fill
     */
    public static ScriptedFake in(Path folder, FakeSetup setup) throws IOException {
        return new ScriptedFake(folder.toAbsolutePath(), setup);
    }

    /** Decides what is answered to this prompt. The last rule that covers a prompt counts. */
    public Answer onPrompt(String text) {
        return new Answer(rules, Rule.Match.EQUAL, text);
    }

    /** Decides what is answered to prompts in which these words stand. */
    public Answer onPromptContaining(String words) {
        return new Answer(rules, Rule.Match.CONTAINING, words);
    }

    /** Decides what is answered to prompts in which this is found. Flags of the pattern are of no meaning. */
    public Answer onPromptMatching(Pattern pattern) {
        return new Answer(rules, Rule.Match.MATCHING, pattern.pattern());
    }

    /** Decides what is answered to every prompt. */
    public Answer onAnyPrompt() {
        return new Answer(rules, Rule.Match.ANY, "");
    }

    /** The prompts that its processes got so far, in order: a copy. */
    public List<String> received() {
        return log.prompts();
    }

    /** With which arguments its processes were started so far, in order: a copy. */
    public List<List<String>> starts() {
        return log.starts();
    }

    /** The command that starts it, as {@link FakeSetup#command()}. */
    public List<String> command() {
        return setup.command();
    }

    /** The variables that give it its home; a copy that may be changed. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("HOME", home.toString());
        environment.put("CLAUDE_CONFIG_DIR", home.resolve(".claude").toString());
        environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        return environment;
    }

    /** An empty working directory for it. */
    public Path directory() {
        return directory;
    }

    /** The description of a conversation with it as a process of its own, to be started or changed. */
    public ClaudeProcessBuilder claude() {
        return ClaudeProcess.builder()
                .command(command())
                .environment(environment())
                .directory(directory);
    }

    /** The same on threads of this process, as {@link FakeSetup#inMemory()}. */
    public ClaudeProcessBuilder claudeInMemory() {
        return claude().command(List.of("claude")).transport(setup.inMemory());
    }

    /** Ends what its processes have left behind. The files stay. */
    @Override
    public void close() {
        List<ProcessHandle> left = MarkedProcesses.find("HOME", home.toString());
        left.forEach(ProcessHandle::destroyForcibly);
        left.forEach(process -> process.onExit()
                .completeOnTimeout(process, DEATH_SECONDS, TimeUnit.SECONDS)
                .join());
    }

    /** What is answered to a prompt. Thread-safe. */
    public static final class Answer {
        private final RuleFile rules;
        private final Rule.Match match;
        private final String words;

        private Answer(RuleFile rules, Rule.Match match, String words) {
            this.rules = rules;
            this.match = match;
            this.words = words;
        }

        /** This text, as it is. */
        public void reply(String text) {
            perform("verbatim " + URLEncoder.encode(text, StandardCharsets.UTF_8));
        }

        /** What a script does, in the language that the package describes. */
        public void perform(String script) {
            rules.add(new Rule(match, words, script));
        }
    }
}
