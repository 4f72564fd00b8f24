package io.github.claudebridge.process.testing.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the same news of many messages in a row as one line. */
final class Ranges {
    private static final Pattern NEWS = Pattern.compile("lifecycle #(\\d+)(?:-(\\d+))? (\\w+)");
    private static final int WORTHWHILE = 4;

    private Ranges() {}

    static List<String> collapse(List<String> lines) {
        List<String> collapsed = new ArrayList<>();
        int next = 0;
        while (next < lines.size()) {
            int end = endOfRun(lines, next);
            if (end - next >= WORTHWHILE) {
                Matcher first = news(lines.get(next));
                Matcher last = news(lines.get(end - 1));
                collapsed.add("lifecycle #" + first.group(1) + "-" + last.group(1) + " " + first.group(3));
                next = end;
            } else {
                collapsed.add(lines.get(next++));
            }
        }
        return collapsed;
    }

    private static int endOfRun(List<String> lines, int start) {
        Matcher first = news(lines.get(start));
        if (!first.matches()) {
            return start + 1;
        }
        int label = Integer.parseInt(first.group(1));
        int end = start + 1;
        while (end < lines.size()
                && lines.get(end).equals("lifecycle #" + (label + end - start) + " " + first.group(3))) {
            end++;
        }
        return end;
    }

    private static Matcher news(String line) {
        Matcher matcher = NEWS.matcher(line);
        matcher.matches();
        return matcher;
    }
}
