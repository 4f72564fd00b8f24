package io.github.claudebridge.process.testing.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Scenarios as text. Each begins with a line {@code ## TITLE}; a line {@code @ MARK...} may follow; then come its steps,
 * a line {@code ---} and the lines it expects. Empty lines, and lines that start with a single {@code #}, are ignored.
 */
public final class ScenarioFile {
    private static final String TITLE = "## ";
    private static final String MARKS = "@ ";
    private static final String EXPECTED = "---";

    private ScenarioFile() {}

    /**
     * Reads the scenarios of a text.
     *
     * @throws IllegalArgumentException if a line is not understood
     */
    public static List<Scenario> parse(String text) {
        List<Scenario> scenarios = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith(TITLE) && !block.isEmpty()) {
                scenarios.add(scenario(block));
                block.clear();
            }
            boolean comment = line.startsWith("#") && !line.startsWith(TITLE);
            if (!line.isBlank() && !comment) {
                block.add(line);
            }
        }
        if (!block.isEmpty()) {
            scenarios.add(scenario(block));
        }
        return scenarios;
    }

    /** Reads the scenarios of a file. */
    public static List<Scenario> read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /** Writes scenarios to a file. */
    public static void write(Path file, List<Scenario> scenarios) throws IOException {
        Files.writeString(file, format(scenarios));
    }

    /** The text of scenarios. */
    public static String format(List<Scenario> scenarios) {
        List<String> lines = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            lines.add(TITLE + scenario.title());
            if (!scenario.marks().isEmpty()) {
                lines.add(MARKS + String.join(" ", new TreeSet<>(scenario.marks())));
            }
            scenario.steps().forEach(step -> lines.add(step.toString()));
            lines.add(EXPECTED);
            lines.addAll(scenario.expected());
            lines.add("");
        }
        return String.join("\n", lines);
    }

    private static Scenario scenario(List<String> block) {
        List<String> marks = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        boolean inSteps = true;
        for (String line : block.subList(1, block.size())) {
            if (line.equals(EXPECTED)) {
                inSteps = false;
            } else if (!inSteps) {
                expected.add(line);
            } else if (line.startsWith(MARKS)) {
                marks.addAll(List.of(line.substring(MARKS.length()).split(" ", -1)));
            } else {
                steps.add(Step.parse(line));
            }
        }
        return new Scenario(block.get(0).substring(TITLE.length()), new TreeSet<>(marks), steps, expected);
    }
}
