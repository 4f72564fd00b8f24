package io.github.claudebridge.telegram.conversation.question;

import java.util.ArrayList;
import java.util.List;

/** The change of a piece of text as lines that go and lines that come, with what both have in common around them. */
final class Diff {

    private static final int CONTEXT = 3;

    private Diff() {}

    static String of(String before, String after) {
        List<String> old = before.isEmpty() ? List.of() : before.lines().toList();
        List<String> next = after.isEmpty() ? List.of() : after.lines().toList();
        int head = commonHead(old, next);
        int tail = commonTail(old.subList(head, old.size()), next.subList(head, next.size()));
        List<String> lines = new ArrayList<>();
        old.subList(Math.max(0, head - CONTEXT), head).forEach(line -> lines.add(" " + line));
        old.subList(head, old.size() - tail).forEach(line -> lines.add("-" + line));
        next.subList(head, next.size() - tail).forEach(line -> lines.add("+" + line));
        old.subList(old.size() - tail, old.size() - tail + Math.min(tail, CONTEXT))
                .forEach(line -> lines.add(" " + line));
        return String.join("\n", lines);
    }

    private static int commonHead(List<String> old, List<String> next) {
        int most = Math.min(old.size(), next.size());
        int common = 0;
        while (common < most && old.get(common).equals(next.get(common))) {
            common++;
        }
        return common;
    }

    private static int commonTail(List<String> old, List<String> next) {
        int most = Math.min(old.size(), next.size());
        int common = 0;
        while (common < most && old.get(old.size() - 1 - common).equals(next.get(next.size() - 1 - common))) {
            common++;
        }
        return common;
    }
}
