package dev.weft.io;

/**
 * The stack of steps that an {@link ObjectScan} is in, and the bytes which the innermost waits for.
 * A step is run when as many bytes as its value takes are there; before it those that have no
 * meaning are passed over.
 */
final class ScanFrames {
    /** What comes, and how many bytes say more. */
    enum Step {
        ITEM(1),
        CONTENTS(1),
        ANNOTATION(1),
        TEXT(1),
        NEW_TEXT(1),
        LENGTH(2),
        LONG_LENGTH(8),
        BLOCK_LENGTH(1),
        LONG_BLOCK_LENGTH(4),
        ARRAY_LENGTH(4),
        ARRAY(0),
        ENUM(0),
        CLASS(0),
        OBJECT(0),
        VALUES(0),
        DESCRIPTION(1),
        DESCRIPTION_REFERENCE(4),
        NAME_LENGTH(2),
        VERSION_FLAGS_COUNT(11),
        FIELDS(3),
        INTERFACE_COUNT(4),
        INTERFACES(2),
        DESCRIBED(0);

        /** How many bytes of value each of it has. */
        final int bytes;

        Step(int bytes) {
            this.bytes = bytes;
        }
    }

    /** One step, which may be repeated. */
    private static final class Frame {
        private final Step step;
        private final StreamClass type;
        private final Frame below;
        private long count;

        Frame(Step step, StreamClass type, long count, Frame below) {
            this.step = step;
            this.type = type;
            this.count = count;
            this.below = below;
        }
    }

    private final Frame bottom = new Frame(Step.ITEM, null, 1, null);
    private Frame top = bottom;

    /** How many bytes the steps above the bottom take at least. */
    private long sum;

    private long value;
    private int got;

    /** Whether the innermost step has its value. */
    boolean isReady() {
        return got == top.step.bytes;
    }

    Step step() {
        return top.step;
    }

    /** The class that the innermost step is about. */
    StreamClass type() {
        return top.type;
    }

    /** Whether nothing has begun: at the tag of an item. */
    boolean isEmpty() {
        return top == bottom;
    }

    /** How many bytes the open steps take for certain, beginning with the innermost. */
    long least() {
        return sum - got;
    }

    /** Takes bytes of the innermost step's value; how many. */
    int take(byte[] bytes, int from, int count) {
        int n = Math.min(count, top.step.bytes - got);
        for (int i = 0; i < n; i++) {
            value = value << 8 | bytes[from + i] & 0xff;
        }
        got += n;
        return n;
    }

    /** The value: of more than eight bytes the last. */
    long takeValue() {
        long taken = value;
        value = 0;
        got = 0;
        return taken;
    }

    void push(Step step) {
        push(step, null, 1);
    }

    void push(Step step, StreamClass type) {
        push(step, type, 1);
    }

    /** Adds steps of a kind; none for 0. */
    void push(Step step, StreamClass type, long count) {
        if (count > 0) {
            top = new Frame(step, type, count, top);
            sum += count * step.bytes;
        }
    }

    /** Ends the innermost step; the class that it was about. */
    StreamClass pop() {
        StreamClass type = top.type;
        sum -= top.count * top.step.bytes;
        top = top.below;
        return type;
    }

    /** Ends one of the innermost steps of a kind; the class that they are about. */
    StreamClass popOne() {
        if (top.count == 1) {
            return pop();
        }
        top.count--;
        sum -= top.step.bytes;
        return top.type;
    }

    /** How many of the innermost step are left. */
    long count() {
        return top.count;
    }

    void clear() {
        top = bottom;
        sum = 0;
        got = 0;
        value = 0;
    }
}
