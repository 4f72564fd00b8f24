package io.github.claudebridge.process.json;

/** The rules of UTF-8: no character is longer than it needs to be, none is half of a surrogate pair, none is beyond the last. */
final class Utf8 {

    private Utf8() {}

    /** The length of the character of two to four bytes that begins here; 0 where there is none. */
    static int length(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xFF;
        int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (first < 0xC2 || first > 0xF4 || at + length > end) {
            return 0;
        }
        for (int i = at + 1; i < at + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[at + 1] & 0xFF;
        boolean tooLong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
        boolean surrogate = first == 0xED && second > 0x9F;
        boolean beyond = first == 0xF4 && second > 0x8F;
        return tooLong || surrogate || beyond ? 0 : length;
    }

    /** Writes a character that is no half of a surrogate pair; returns where the next one goes. */
    static int write(int character, byte[] out, int at) {
        if (character < 0x80) {
            out[at] = (byte) character;
            return at + 1;
        }
        if (character < 0x800) {
            out[at] = (byte) (0xC0 | character >> 6);
            return continued(character, 1, out, at + 1);
        }
        if (character < 0x10000) {
            out[at] = (byte) (0xE0 | character >> 12);
            return continued(character, 2, out, at + 1);
        }
        out[at] = (byte) (0xF0 | character >> 18);
        return continued(character, 3, out, at + 1);
    }

    private static int continued(int character, int bytes, byte[] out, int at) {
        for (int i = 0; i < bytes; i++) {
            out[at + i] = (byte) (0x80 | ((character >> (6 * (bytes - 1 - i))) & 0x3F));
        }
        return at + bytes;
    }
}
