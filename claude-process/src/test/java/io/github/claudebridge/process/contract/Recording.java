package io.github.claudebridge.process.contract;

import io.github.claudebridge.process.contract.ScenarioLibrary.Entry;
import io.github.claudebridge.process.testing.scenario.Scenario;
import io.github.claudebridge.process.testing.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What the real command line told in this run, to be written into the scenario files. */
final class Recording {
    private final Map<Path, Map<String, List<String>>> reports = new ConcurrentHashMap<>();

    boolean isOn() {
        return Boolean.getBoolean("contract.record");
    }

    void keep(Entry entry, List<String> report) {
        reports.computeIfAbsent(entry.file(), file -> new ConcurrentHashMap<>())
                .put(entry.scenario().title(), report);
    }

    void write() throws IOException {
        Set<Path> files = new TreeSet<>(reports.keySet());
        for (Path file : files) {
            Map<String, List<String>> told = reports.getOrDefault(file, Map.of());
            List<Scenario> scenarios = new ArrayList<>();
            for (Scenario scenario : ScenarioFile.read(file)) {
                scenarios.add(scenario.expecting(told.getOrDefault(scenario.title(), scenario.expected())));
            }
            ScenarioFile.write(file, scenarios);
        }
    }
}
