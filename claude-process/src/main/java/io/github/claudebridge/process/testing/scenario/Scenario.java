package io.github.claudebridge.process.testing.scenario;

import java.util.List;
import java.util.Set;

/**
 * A scenario. Immutable.
 *
 * @param title what it shows, as a sentence; its name in a file
 * @param marks words that tell who plays it and how it is compared
 * @param steps what is done
 * @param expected the report that is expected
 */
public record Scenario(String title, Set<String> marks, List<Step> steps, List<String> expected) {

    /** The order of the report's lines is not fixed. */
    public static final String UNORDERED = "unordered";

    /** What a turn has cost depends on texts of the command line itself. */
    public static final String UNCOSTED = "uncosted";

    /** A scenario. */
    public Scenario {
        marks = Set.copyOf(marks);
        steps = List.copyOf(steps);
        expected = List.copyOf(expected);
    }

    /** The same with another expectation. */
    public Scenario expecting(List<String> report) {
        return new Scenario(title, marks, steps, report);
    }

    /** Whether it carries this mark. */
    public boolean is(String mark) {
        return marks.contains(mark);
    }

    /** Whether one of its steps has this verb. */
    public boolean uses(Verb verb) {
        return steps.stream().anyMatch(step -> step.verb() == verb);
    }

    /** A report with what is of no interest taken out. */
    List<String> tidy(List<String> report) {
        List<String> collapsed = Ranges.collapse(report);
        return is(UNCOSTED)
                ? collapsed.stream()
                        .map(line -> line.replaceAll("cost=\\S+", "cost=~"))
                        .toList()
                : collapsed;
    }

    /** A report in the form in which two of them are compared. */
    public List<String> comparable(List<String> report) {
        return is(UNORDERED) ? report.stream().sorted().toList() : List.copyOf(report);
    }
}
