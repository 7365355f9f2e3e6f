package dev.weft.stackend;

import dev.weft.Suspendable;

/**
 * Goes down to the end of the stack and does something at each level on the way back up, where
 * there is a little more stack each time: so the error comes first at the outermost call, then
 * further and further in, until there is room. What was found must be read after the end.
 */
@Suspendable
final class Descent {
    private static final int ENOUGH = 8;

    private final EndCase subject;
    private final int lead;

    /** How many calls threw StackOverflowError. */
    int overflows;

    /** How many did not. */
    int fits;

    /** What else was thrown, first. */
    Throwable other;

    /** The last StackOverflowError, for a look at where it came. */
    StackOverflowError last;

    /**
     * Makes one.
     *
     * @param subject what to do
     * @param lead frames of another size to begin with, which moves all that follows
     */
    Descent(EndCase subject, int lead) {
        this.subject = subject;
        this.lead = lead;
    }

    void run() throws Exception {
        shift(lead, 1, 2);
        subject.settle();
    }

    private long shift(int frames, long a, long b) {
        return frames == 0 ? down() : shift(frames - 1, b, a) + a - b;
    }

    @SuppressWarnings("InfiniteRecursion") // that is what it is for
    private int down() {
        int up;
        try {
            up = down() + 1;
        } catch (StackOverflowError end) {
            up = 0;
        }
        if (fits < ENOUGH) {
            attempt();
        }
        return up;
    }

    private void attempt() {
        try {
            subject.act();
            fits++;
        } catch (StackOverflowError expected) {
            overflows++;
            last = expected;
        } catch (Throwable wrong) {
            note(wrong);
        }
    }

    /** The JDK wraps an overflow in the linking of a lambda. */
    private void note(Throwable wrong) {
        Throwable cause = wrong;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof StackOverflowError) {
            overflows++;
        } else {
            other = wrong;
            fits++;
        }
    }
}
