package dev.weft.io;

/** The table of a {@link FiberStreamTokenizer}: what the first 256 characters are. */
final class CharacterTypes {
    static final int BLANK = 1;
    static final int DIGIT = 2;
    static final int LETTER = 4;
    static final int QUOTE = 8;
    static final int COMMENT = 16;

    private final byte[] types = new byte[256];

    /** Of a character; the end counts as a blank. */
    int of(int c) {
        return c < 0 ? BLANK : c < types.length ? types[c] : LETTER;
    }

    /**
     * Makes characters something and nothing else; those that are not in the table are left out.
     */
    void set(int low, int high, int type) {
        change(low, high, 0, type);
    }

    /** Makes characters something as well. */
    void add(int low, int high, int type) {
        change(low, high, -1, type);
    }

    private void change(int low, int high, int kept, int type) {
        for (int c = Math.max(low, 0); c <= Math.min(high, types.length - 1); c++) {
            types[c] = (byte) (types[c] & kept | type);
        }
    }
}
