package dev.weft.io;

import static java.io.ObjectStreamConstants.TC_ARRAY;
import static java.io.ObjectStreamConstants.TC_CLASS;
import static java.io.ObjectStreamConstants.TC_CLASSDESC;
import static java.io.ObjectStreamConstants.TC_ENUM;
import static java.io.ObjectStreamConstants.TC_EXCEPTION;
import static java.io.ObjectStreamConstants.TC_LONGSTRING;
import static java.io.ObjectStreamConstants.TC_NULL;
import static java.io.ObjectStreamConstants.TC_OBJECT;
import static java.io.ObjectStreamConstants.TC_PROXYCLASSDESC;
import static java.io.ObjectStreamConstants.TC_REFERENCE;
import static java.io.ObjectStreamConstants.TC_STRING;

import dev.weft.io.ScanFrames.Step;
import java.util.function.Predicate;

/** The part of an {@link ObjectScan} that is about objects: behind their tags, one step each. */
final class ContentScan {
    private static final long WRONG = -1;

    private final ScanFrames frames;
    private final ClassScan classes;
    private final Predicate<String> readsValuesFirst;
    private boolean stuck;

    ContentScan(ScanFrames frames, Predicate<String> readsValuesFirst) {
        this.frames = frames;
        this.readsValuesFirst = readsValuesFirst;
        classes = new ClassScan(frames);
    }

    /** Whether only the JDK's code knows how to go on. */
    boolean isStuck() {
        return stuck || classes.isStuck();
    }

    /** An object has been left out. */
    void restart() {
        stuck = false;
        classes.loseCount();
    }

    /** Numbers begin again. */
    void reset() {
        classes.reset();
    }

    /** Bytes without a meaning to the scan. */
    void passed(byte[] bytes, int from, int count) {
        classes.passed(bytes, from, count);
    }

    /**
     * Makes a step.
     *
     * @return how many bytes to pass over behind it; negative for an error in the stream
     */
    long run(Step step, long value) {
        switch (step) {
            case CONTENTS:
                frames.popOne();
                return content((int) value);
            case TEXT:
            case NEW_TEXT:
                frames.pop();
                return text((int) value, step == Step.TEXT);
            case LENGTH:
            case LONG_LENGTH:
                frames.pop();
                return value;
            case OBJECT:
                frames.pop();
                return object(classes.last());
            case VALUES:
                return values();
            default:
                return runOther(step, value);
        }
    }

    private long runOther(Step step, long value) {
        switch (step) {
            case ARRAY:
                frames.pop();
                classes.count();
                frames.push(Step.ARRAY_LENGTH, classes.last());
                return 0;
            case ARRAY_LENGTH:
                return elements(frames.pop(), (int) value);
            case CLASS:
                frames.pop();
                classes.count();
                return 0;
            case ENUM:
                frames.pop();
                classes.count();
                frames.push(Step.NEW_TEXT);
                return 0;
            default:
                return classes.run(step, value);
        }
    }

    /** What begins with a tag; returns as {@link #run}. */
    long content(int tag) {
        switch (tag) {
            case TC_CLASS:
                classes.push(Step.CLASS);
                return 0;
            case TC_ARRAY:
                classes.push(Step.ARRAY);
                return 0;
            case TC_ENUM:
                classes.push(Step.ENUM);
                return 0;
            case TC_OBJECT:
                classes.push(Step.OBJECT);
                return 0;
            case TC_CLASSDESC:
            case TC_PROXYCLASSDESC:
                classes.begin(tag);
                return 0;
            case TC_EXCEPTION:
                frames.clear();
                reset();
                frames.push(Step.CONTENTS);
                return 0;
            default:
                return text(tag, true);
        }
    }

    private long text(int tag, boolean any) {
        if (tag == TC_STRING) {
            classes.count();
            frames.push(Step.LENGTH);
        } else if (tag == TC_LONGSTRING) {
            classes.count();
            frames.push(Step.LONG_LENGTH);
        } else if (tag == TC_REFERENCE && any) {
            return Integer.BYTES;
        } else if (tag != TC_NULL || !any) {
            return WRONG;
        }
        return 0;
    }

    private long object(StreamClass type) {
        classes.count();
        if (type == null) {
            return WRONG;
        } else if (!type.isExternalizable()) {
            frames.push(Step.VALUES, type, type.layout().length);
        } else if (type.isMarked()) {
            frames.push(Step.ANNOTATION);
        } else {
            stuck = true;
        }
        return 0;
    }

    /** Of the next class, from above. */
    private long values() {
        long left = frames.count();
        StreamClass[] layout = frames.popOne().layout();
        StreamClass type = layout[layout.length - (int) left];
        int bare = type.primitives();
        if (!type.hasMore()) {
            frames.push(Step.CONTENTS, null, type.references());
        } else if (bare == 0 || readsValuesFirst.test(type.name())) {
            frames.push(Step.ANNOTATION);
        } else {
            stuck = true;
            return 0;
        }
        return bare;
    }

    private long elements(StreamClass type, int count) {
        int code = type == null ? 0 : type.element();
        int size = StreamClass.sizeOf(code);
        if (count < 0 || code != 'L' && code != '[' && size == 0) {
            return WRONG;
        } else if (size == 0) {
            frames.push(Step.CONTENTS, null, count);
        }
        return (long) size * count;
    }
}
