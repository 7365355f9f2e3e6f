package dev.weft.io;

import static java.io.ObjectStreamConstants.TC_CLASSDESC;
import static java.io.ObjectStreamConstants.TC_NULL;
import static java.io.ObjectStreamConstants.TC_PROXYCLASSDESC;
import static java.io.ObjectStreamConstants.TC_REFERENCE;
import static java.io.ObjectStreamConstants.baseWireHandle;

import dev.weft.io.ScanFrames.Step;
import java.util.HashMap;
import java.util.Map;

/**
 * The part of an {@link ObjectScan} that reads descriptions of classes, and finds those again to
 * which the stream refers by number. Objects have numbers too, so all are counted. When the scan
 * had to leave an object out, the count is lost until the stream is reset: classes that are
 * described from there on can't be found again, and a reference to one gets the scan stuck.
 */
final class ClassScan {
    /** As in the JDK. */
    private static final int MOST_INTERFACES = 65535;

    private static final long WRONG = -1;

    private final ScanFrames frames;
    private final Map<Integer, StreamClass> classes = new HashMap<>();

    /** The next number. */
    private int next;

    private boolean counts = true;
    private boolean stuck;

    /** Described or referred to last; null: none. */
    private StreamClass last;

    /** Gets the bytes that are passed over as its name. */
    private StreamClass named;

    ClassScan(ScanFrames frames) {
        this.frames = frames;
    }

    StreamClass last() {
        return last;
    }

    /** Whether the class that is referred to is not known. */
    boolean isStuck() {
        return stuck;
    }

    /** Gives the next number to something. */
    void count() {
        next++;
    }

    /** All numbers are free again. */
    void reset() {
        classes.clear();
        next = 0;
        counts = true;
    }

    /** Objects have been left out. */
    void loseCount() {
        counts = false;
        stuck = false;
        named = null;
    }

    /** Bytes without a meaning to the scan. */
    void passed(byte[] bytes, int from, int count) {
        if (named != null) {
            named.addName(bytes, from, count);
        }
    }

    /** A step that begins with a class. */
    void push(Step behind) {
        frames.push(behind);
        frames.push(Step.DESCRIPTION);
    }

    /** A description, behind its tag. */
    void begin(int tag) {
        StreamClass type = new StreamClass();
        if (counts) {
            classes.put(next, type);
        }
        count();
        frames.push(Step.DESCRIBED, type);
        frames.push(Step.DESCRIPTION);
        frames.push(Step.ANNOTATION);
        if (tag == TC_CLASSDESC) {
            frames.push(Step.VERSION_FLAGS_COUNT, type);
            frames.push(Step.NAME_LENGTH, type);
        } else {
            frames.push(Step.INTERFACE_COUNT);
        }
    }

    /**
     * Makes a step.
     *
     * @return how many bytes to pass over behind it; negative for an error in the stream
     */
    long run(Step step, long value) {
        named = null;
        switch (step) {
            case DESCRIPTION:
                frames.pop();
                return description((int) value);
            case DESCRIPTION_REFERENCE:
                frames.pop();
                return refer((int) value - baseWireHandle);
            case NAME_LENGTH:
                named = frames.pop();
                return value;
            case VERSION_FLAGS_COUNT:
                StreamClass type = frames.pop();
                type.setFlags((int) (value >> Short.SIZE) & 0xff);
                frames.push(Step.FIELDS, type, (short) value);
                return 0;
            case FIELDS:
                return field((int) (value >> Short.SIZE), value & 0xffff);
            default:
                return finish(step, value);
        }
    }

    private long finish(Step step, long value) {
        switch (step) {
            case INTERFACE_COUNT:
                frames.pop();
                frames.push(Step.INTERFACES, null, (int) value);
                return (int) value < 0 || value > MOST_INTERFACES ? WRONG : 0;
            case INTERFACES:
                frames.popOne();
                return value;
            case DESCRIBED:
                StreamClass type = frames.pop();
                type.setParent(last);
                last = type;
                return 0;
            default:
                throw new IllegalStateException("no step of a class: " + step);
        }
    }

    private long description(int tag) {
        if (tag == TC_NULL) {
            last = null;
        } else if (tag == TC_REFERENCE) {
            frames.push(Step.DESCRIPTION_REFERENCE);
        } else if (tag == TC_CLASSDESC || tag == TC_PROXYCLASSDESC) {
            begin(tag);
        } else {
            return WRONG;
        }
        return 0;
    }

    private long refer(int number) {
        last = classes.get(number);
        if (last == null) {
            stuck = !counts;
            return counts ? WRONG : 0;
        }
        return 0;
    }

    private long field(int code, long nameLength) {
        StreamClass type = frames.popOne();
        boolean known = type.addField(code);
        if (code == 'L' || code == '[') {
            frames.push(Step.TEXT);
        }
        return known ? nameLength : WRONG;
    }
}
