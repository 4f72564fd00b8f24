package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.telegram.conversation.words.Plain;
import java.util.List;
import java.util.stream.Collectors;

/** What went wrong in a turn, with the output that tells why, to stand open below its end. */
final class Failures {

    /** The last ones say most. */
    private static final int MOST = 3;

    private static final int LONGEST = 600;

    private Failures() {}

    /** The ending with the failed steps of its turn below. */
    static Ending below(Ending ending, List<Steps.Step> steps) {
        List<Steps.Step> failed = steps.stream().filter(Steps.Step::failed).toList();
        if (failed.isEmpty() || ending.kind() == Ending.Kind.NOTICE) {
            return ending;
        }
        boolean markdown = ending.kind() != Ending.Kind.FAILURE;
        return new Ending(
                ending.kind(),
                failed.stream()
                        .skip(Math.max(0, failed.size() - MOST))
                        .map(step -> markdown ? markdown(step) : plain(step))
                        .collect(Collectors.joining("\n\n", ending.text() + "\n\n", "")));
    }

    private static String markdown(Steps.Step step) {
        String output = step.output().isBlank() ? "" : "\n" + Fence.around("", step.output(), LONGEST);
        return "✗ **" + Plain.text(step.done()) + "**" + output;
    }

    private static String plain(Steps.Step step) {
        return "✗ " + step.done() + (step.output().isBlank() ? "" : "\n" + Plain.excerpt(step.output(), LONGEST));
    }
}
