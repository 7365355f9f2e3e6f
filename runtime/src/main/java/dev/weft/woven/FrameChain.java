package dev.weft.woven;

import java.util.Arrays;

/**
 * Several suspended activations that have nothing to save, in one object: 6 bytes each instead of a
 * frame of 24. Made while a stack unwinds, when the third frame without values in a row is pushed;
 * taken apart on the way back, one plain frame at a time, so a resume body never sees one.
 *
 * <p>Entry 0 is the innermost. Not thread-safe, as its {@link Stack}.
 */
final class FrameChain extends Frame {
    private static final int SMALLEST = 8;
    private static final int LARGEST = 1 << 12;

    private Resumer[] resumers = new Resumer[SMALLEST];
    private char[] points = new char[SMALLEST];
    private int next;

    /** Its own resumer is null: {@link Stack#proceed()} knows it by that. */
    FrameChain(Resumer first, int point) {
        super(null, 0);
        add(first, point);
    }

    /** A first or second frame without values in a row; its class counts. */
    static final class Second extends Frame {
        Second(Resumer resumer, int point) {
            super(resumer, point);
        }
    }

    /**
     * The frame to push behind {@code last} for an activation without values; null when {@code
     * last} has taken it in.
     */
    static Frame after(Frame last, Resumer resumer, int point) {
        if (last == null) {
            return new Frame(resumer, point);
        }
        Class<?> kind = last.getClass();
        if (kind == FrameChain.class && ((FrameChain) last).add(resumer, point)) {
            return null;
        }
        if (kind == Frame.class) {
            return new Second(resumer, point);
        }
        return kind == Second.class || kind == FrameChain.class
                ? new FrameChain(resumer, point)
                : new Frame(resumer, point);
    }

    /** Adds an activation behind the others; false when there is no room. */
    private boolean add(Resumer resumer, int at) {
        int n = point;
        if (n == resumers.length) {
            if (n == LARGEST) {
                return false;
            }
            resize(n * 2);
        }
        resumers[n] = resumer;
        points[n] = (char) at;
        point = n + 1;
        return true;
    }

    /** Gives back what was not needed, when that is much. At the end of an unwinding. */
    void trim() {
        if (resumers.length - point >= SMALLEST) {
            try {
                resize(point);
            } catch (OutOfMemoryError ignored) {
                // all the worse, but nothing is wrong
            }
        }
    }

    /** Both arrays or, when there is no memory for one of them, none. */
    private void resize(int length) {
        Resumer[] newResumers = Arrays.copyOf(resumers, length);
        points = Arrays.copyOf(points, length);
        resumers = newResumers;
    }

    /** Takes the innermost activation out, as a frame whose parent is what is left. */
    Frame pop() {
        Frame frame = new Frame(resumers[next], points[next]);
        next++;
        frame.parent = next == point ? parent : this;
        return frame;
    }

    int size() {
        return point - next;
    }

    /** The resumer of the i-th activation that is left, innermost first. */
    Resumer resumerAt(int i) {
        return resumers[next + i];
    }

    /** Its point. */
    int pointAt(int i) {
        return points[next + i];
    }
}
