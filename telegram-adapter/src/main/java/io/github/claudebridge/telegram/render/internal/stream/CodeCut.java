package io.github.claudebridge.telegram.render.internal.stream;

import io.github.claudebridge.telegram.render.internal.text.Whitespace;

/** Finds a place within open code. */
final class CodeCut {

    private static final int LEAST = 200;

    private CodeCut() {}

    /**
     * The beginning of a line such that nothing is trimmed at either side when the code is laid out in two parts.
     *
     * @param code the code with the line that opens it
     * @return 0 when the code is too short or has no such place
     */
    static int find(String code) {
        int opened = code.indexOf('\n') + 1;
        int end = code.lastIndexOf('\n');
        while (end > opened + LEAST) {
            int start = code.lastIndexOf('\n', end - 1) + 1;
            boolean apart = start > opened + 1
                    && !Whitespace.is(code.charAt(start - 2))
                    && Whitespace.skip(code, start, end) < end;
            if (apart && start > LEAST) {
                return start;
            }
            end = start - 1;
        }
        return 0;
    }
}
