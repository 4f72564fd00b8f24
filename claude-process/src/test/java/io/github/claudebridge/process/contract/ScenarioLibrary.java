package io.github.claudebridge.process.contract;

import io.github.claudebridge.process.testing.scenario.Scenario;
import io.github.claudebridge.process.testing.scenario.ScenarioFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scenarios of the contract, in files by topic. */
record ScenarioLibrary(Path folder) {
    static final ScenarioLibrary CURRENT = new ScenarioLibrary(Path.of("src/test/resources/contract"));
    static final ScenarioLibrary OLDEST = new ScenarioLibrary(Path.of("src/test/resources/contract-2.1.197"));

    /** A scenario and the file it stands in. */
    record Entry(Path file, Scenario scenario) {
        @Override
        public String toString() {
            return file.getFileName().toString().replace(".txt", "") + ": " + scenario.title();
        }
    }

    /** All of them, or, with {@code -Dcontract.only=WORDS}, those with these words in their title. */
    List<Entry> entries() {
        String only = System.getProperty("contract.only", "");
        return files().stream()
                .flatMap(file -> read(file).stream().map(scenario -> new Entry(file, scenario)))
                .filter(entry -> entry.scenario().title().contains(only))
                .toList();
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Scenario> read(Path file) {
        try {
            return ScenarioFile.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
