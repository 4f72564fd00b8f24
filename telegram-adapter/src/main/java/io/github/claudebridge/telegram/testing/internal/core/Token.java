package io.github.claudebridge.telegram.testing.internal.core;

import java.util.regex.Pattern;

/** What a bot token looks like. */
public final class Token {

    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{0,14}:[A-Za-z0-9_-]{30,64}");
    private static final int LONGEST = 80;

    private Token() {}

    public static boolean isWellFormed(String token) {
        return token.length() <= LONGEST && SHAPE.matcher(token).matches();
    }
}
