package io.github.claudebridge.telegram.testing.internal.page;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A part of an address that nobody can guess. */
public final class Secret {

    private static final int BYTES = 16;

    private Secret() {}

    public static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
