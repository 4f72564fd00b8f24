package io.github.claudebridge.process.json;

import java.util.HexFormat;

/** What may follow a backslash. */
final class Escapes {

    /** The length of a character that is written as a number. */
    static final int UNICODE = 6;

    private static final String LETTERS = "\"\\/bfnrt";
    private static final String MEANINGS = "\"\\/\b\f\n\r\t";
    private static final byte[] TABLE = new byte[1 << Byte.SIZE];

    static {
        for (int i = 0; i < LETTERS.length(); i++) {
            TABLE[LETTERS.charAt(i)] = (byte) MEANINGS.charAt(i);
        }
    }

    private Escapes() {}

    /** The character that a letter after a backslash stands for; 0 where it stands for none. */
    static byte meaning(byte letter) {
        return TABLE[letter & 0xFF];
    }

    /** Whether a character that is written as a number begins here. */
    static boolean isUnicode(byte[] bytes, int at, int end) {
        boolean is = at + UNICODE <= end && bytes[at] == '\\' && bytes[at + 1] == 'u';
        for (int i = at + 2; is && i < at + UNICODE; i++) {
            is = HexFormat.isHexDigit(bytes[i]);
        }
        return is;
    }

    /** The number of such a character. */
    static char unicode(byte[] bytes, int at) {
        int unit = 0;
        for (int i = at + 2; i < at + UNICODE; i++) {
            unit = unit << 4 | HexFormat.fromHexDigit(bytes[i]);
        }
        return (char) unit;
    }
}
