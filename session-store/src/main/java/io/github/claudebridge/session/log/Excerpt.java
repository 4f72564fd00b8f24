package io.github.claudebridge.session.log;

/** A short piece of a text around a place in it. */
final class Excerpt {

    private static final int BEFORE = 60;
    private static final int LONGEST = 200;

    private Excerpt() {}

    static String around(String text, int at) {
        int start = Math.max(0, at - BEFORE);
        int end = Math.min(text.length(), start + LONGEST);
        start = start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
        end = end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
        String piece = text.substring(start, end).replaceAll("\\s+", " ").strip();
        return (start > 0 ? "..." : "") + piece + (end < text.length() ? "..." : "");
    }
}
