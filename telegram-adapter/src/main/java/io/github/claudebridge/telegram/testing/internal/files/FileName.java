package io.github.claudebridge.telegram.testing.internal.files;

import java.util.ArrayList;
import java.util.List;

/** What the real server does not keep of a file's name. Stateless; safe for use by many threads. */
public final class FileName {

    private static final int LONGEST_STEM = 60;
    private static final int LONGEST_ENDING = 20;
    private static final String NOT_KEPT = "<>:\"/\\|?*&`'";

    private FileName() {}

    /** Why people would not see this name; empty when they would. */
    public static List<String> complaints(String name) {
        List<String> complaints = new ArrayList<>();
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        String ending = dot < 0 ? "" : name.substring(dot + 1);
        if (stem.isBlank()) {
            complaints.add("a file has no name: \"" + name + "\"");
        }
        if (length(stem) > LONGEST_STEM || length(ending) > LONGEST_ENDING) {
            complaints.add("the name of a file is cut at %d characters and %d of its ending"
                    .formatted(LONGEST_STEM, LONGEST_ENDING));
        }
        if (!name.codePoints().allMatch(FileName::isKept)) {
            complaints.add("characters of a file's name become spaces: \"" + name + "\"");
        }
        return complaints;
    }

    private static boolean isKept(int c) {
        return c < 127
                ? c >= ' ' && NOT_KEPT.indexOf(c) < 0
                : Character.isLetter(c) || Character.isDigit(c) || Character.getType(c) == Character.OTHER_NUMBER;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
