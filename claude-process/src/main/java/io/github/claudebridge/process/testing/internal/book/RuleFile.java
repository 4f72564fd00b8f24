package io.github.claudebridge.process.testing.internal.book;

import java.nio.file.Path;
import java.util.Optional;

/** Rules, one on a line; later ones go before earlier ones. Thread-safe, also between processes. */
public final class RuleFile {
    private final JsonLines lines;

    /** The rules of a test that keeps its things in this folder; there need not be any yet. */
    public RuleFile(Path folder) {
        lines = new JsonLines(folder.resolve("rules.jsonl"));
    }

    /** Adds a rule. */
    public void add(Rule rule) {
        lines.append(rule.json());
    }

    /** The script of the last rule that covers this prompt. */
    public Optional<String> scriptFor(String prompt) {
        return lines.read().stream()
                .map(Rule::of)
                .filter(rule -> rule.covers(prompt))
                .reduce((earlier, later) -> later)
                .map(Rule::script);
    }
}
