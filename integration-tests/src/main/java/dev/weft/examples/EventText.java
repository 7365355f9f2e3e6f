package dev.weft.examples;

/**
 * The events of programs 9 to 17: a text of letters and other characters with exactly the counts of
 * the original's text, whose edition is not named. The three classes are mixed evenly.
 */
public final class EventText {
    /** Vowels in the full text. */
    public static final int VOWELS = 1_439_242;

    /** Consonants in the full text. */
    public static final int CONSONANTS = 2_365_799;

    /** Other characters in the full text. */
    public static final int OTHERS = 1_785_152;

    /** Characters in the full text. */
    public static final int LENGTH = VOWELS + CONSONANTS + OTHERS;

    private static final String[] ALPHABETS = {
        "aeiouAEIOU", "bcdfghjklmnpqrstvwxyzBCDFGHJKLMNPQRSTVWXYZ", " ,.;\n'-!?0123456789"
    };

    private EventText() {}

    /**
     * Makes the text.
     *
     * @return always the same
     */
    public static String full() {
        int[] left = {VOWELS, CONSONANTS, OTHERS};
        int[] next = new int[left.length];
        long seed = 42;
        StringBuilder text = new StringBuilder(LENGTH);
        for (int remaining = LENGTH; remaining > 0; remaining--) {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            int kind = pick(left, (int) ((seed >>> 33) % remaining));
            left[kind]--;
            String alphabet = ALPHABETS[kind];
            text.append(alphabet.charAt(next[kind]++ % alphabet.length()));
        }
        return text.toString();
    }

    private static int pick(int[] left, int ticket) {
        int kind = 0;
        int rest = ticket;
        while (rest >= left[kind]) {
            rest -= left[kind++];
        }
        return kind;
    }

    /**
     * Classifies a character.
     *
     * @param c any character
     * @return 0 a vowel, 1 a consonant, 2 anything else
     */
    public static int kind(char c) {
        switch (Character.toLowerCase(c)) {
            case 'a':
            case 'e':
            case 'i':
            case 'o':
            case 'u':
                return 0;
            default:
                return Character.isLetter(c) ? 1 : 2;
        }
    }

    /**
     * Words counts as all variants do, so that they can be compared.
     *
     * @param counts by kind
     * @return for example {@code vowels=1 consonants=2 others=3}
     */
    public static String report(long... counts) {
        return "vowels=" + counts[0] + " consonants=" + counts[1] + " others=" + counts[2];
    }
}
