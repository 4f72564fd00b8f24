package io.github.claudebridge.process.terminal;

import java.nio.charset.StandardCharsets;

/** A key, by what a terminal sends for it. */
public enum Key {
    ENTER("\r"),
    ESCAPE("\u001b"),
    TAB("\t"),
    SHIFT_TAB("\u001b[Z"),
    BACKSPACE("\u007f"),
    UP("\u001b[A"),
    DOWN("\u001b[B"),
    RIGHT("\u001b[C"),
    LEFT("\u001b[D"),
    PAGE_UP("\u001b[5~"),
    PAGE_DOWN("\u001b[6~"),
    HOME("\u001b[H"),
    END("\u001b[F"),
    CTRL_C("\u0003"),
    CTRL_D("\u0004"),
    CTRL_L("\f"),
    CTRL_O("\u000f"),
    CTRL_R("\u0012");

    private final String code;

    Key(String code) {
        this.code = code;
    }

    byte[] bytes() {
        return code.getBytes(StandardCharsets.US_ASCII);
    }
}
