package dev.weft.io;

import static java.io.ObjectStreamConstants.TC_ARRAY;
import static java.io.ObjectStreamConstants.TC_BLOCKDATA;
import static java.io.ObjectStreamConstants.TC_BLOCKDATALONG;
import static java.io.ObjectStreamConstants.TC_CLASS;
import static java.io.ObjectStreamConstants.TC_CLASSDESC;
import static java.io.ObjectStreamConstants.TC_ENDBLOCKDATA;
import static java.io.ObjectStreamConstants.TC_ENUM;
import static java.io.ObjectStreamConstants.TC_EXCEPTION;
import static java.io.ObjectStreamConstants.TC_LONGSTRING;
import static java.io.ObjectStreamConstants.TC_NULL;
import static java.io.ObjectStreamConstants.TC_OBJECT;
import static java.io.ObjectStreamConstants.TC_PROXYCLASSDESC;
import static java.io.ObjectStreamConstants.TC_REFERENCE;
import static java.io.ObjectStreamConstants.TC_RESET;
import static java.io.ObjectStreamConstants.TC_STRING;

import dev.weft.io.ScanFrames.Step;
import java.util.function.Predicate;

/**
 * Follows a stream of objects byte by byte and knows where each object and each block of primitive
 * values ends (Java Object Serialization Specification, 6.4), without making any of them. It is
 * given all bytes behind the stream's header, in order, whoever has read them.
 *
 * <p>A stack of {@link ScanFrames steps} says what comes; the innermost is run when its bytes are
 * there. Nothing recurs, so memory alone bounds the depth of a graph, and it is in proportion to
 * what has come: a step that is the last of its kind has left the stack before what it contains is
 * looked at, and classes are kept (those that the stream describes) but not objects.
 *
 * <p><b>What the grammar leaves open.</b> The values of a class that has a method {@code
 * writeObject} are followed by anything, up to a mark. But that method need not write the values
 * first, or at all, and primitive ones stand there bare: without knowing their place they can't be
 * told from the rest. So where there are any, the class that will read them is asked ({@link
 * ReadOrder}): what it reads first is what the JDK's code waits for, whatever comes. One that does
 * not plainly begin with its values makes the scan {@linkplain #isStuck stop}; so does an {@code
 * Externalizable} of the protocol's first version. Objects among the values need no knowledge, since
 * they look the same anywhere. It stops at an error in the stream, too: the JDK's code will say it.
 *
 * <p>Having stopped it can be {@linkplain #restart restarted} behind the object. See {@link
 * ClassScan} for what it has forgotten then.
 */
final class ObjectScan {
    private final ScanFrames frames = new ScanFrames();
    private final ClassScan classes = new ClassScan(frames);
    private final Predicate<String> readsValuesFirst;

    private boolean stuck;
    private boolean failed;

    /** Bytes that come next and say nothing here. */
    private long skip;

    /** Whether they are primitive values outside of any object. */
    private boolean block;

    /** Whether an object has begun and not ended. */
    private boolean open;

    private long objects;
    private long data;

    /** The first bytes of data since {@link #watch}. */
    private final byte[] watched = new byte[2];

    private int seen;

    /**
     * A scan of a stream behind its header.
     *
     * @param readsValuesFirst whether the class of a name begins to read its objects with their
     *     values; never asked about classes that write nothing else
     */
    ObjectScan(Predicate<String> readsValuesFirst) {
        this.readsValuesFirst = readsValuesFirst;
    }

    /** Takes what comes next. */
    void accept(byte[] bytes, int from, int count) {
        int at = from;
        int end = from + count;
        while (at < end && !isStopped()) {
            at += skip > 0 ? pass(bytes, at, end - at) : frames.take(bytes, at, end - at);
            while (skip == 0 && !isStopped() && frames.isReady()) {
                run(frames.step(), frames.takeValue());
            }
            if (open && skip == 0 && frames.isEmpty() && !isStopped()) {
                open = false;
                objects++;
            }
        }
    }

    private int pass(byte[] bytes, int at, int left) {
        int n = (int) Math.min(skip, left);
        if (block) {
            for (int i = 0; i < n && seen < watched.length; i++) {
                watched[seen++] = bytes[at + i];
            }
            data += n;
        } else {
            classes.passed(bytes, at, n);
        }
        skip -= n;
        block &= skip > 0;
        return n;
    }

    /** How many bytes come for certain: of an object that has begun, or a block; at least 1. */
    long least() {
        return Math.max(1, skip + frames.least());
    }

    /** How many objects have ended. */
    long objects() {
        return objects;
    }

    /** How many bytes of primitive values outside of objects have come. */
    long data() {
        return data;
    }

    /** Notes the first two bytes of data from here on. */
    void watch() {
        seen = 0;
    }

    /** One of those that {@link #watch} has noted. */
    int watched(int index) {
        return watched[index] & 0xff;
    }

    /** Whether no object has begun that has not ended. */
    boolean isBetween() {
        return !open && !isStopped();
    }

    /** Whether more primitive values of the present block, outside of objects, come. */
    boolean isInBlock() {
        return block;
    }

    /** Whether it can't go on. */
    boolean isStopped() {
        return stuck || failed;
    }

    /** Whether it can't go on because of an error. */
    boolean isFailed() {
        return failed;
    }

    /** Whether it can't go on because only the JDK's code knows how. */
    boolean isStuck() {
        return stuck;
    }

    /** Goes on behind the object in which it got stuck. */
    void restart() {
        frames.clear();
        classes.loseCount();
        stuck = false;
        open = false;
        skip = 0;
    }

    private void run(Step step, long value) {
        switch (step) {
            case ITEM:
                item((int) value);
                break;
            case CONTENTS:
                frames.popOne();
                content((int) value);
                break;
            case ANNOTATION:
                annotation((int) value);
                break;
            case TEXT:
            case NEW_TEXT:
                frames.pop();
                text((int) value, step == Step.TEXT);
                break;
            case LENGTH:
            case LONG_LENGTH:
                frames.pop();
                pass(value);
                break;
            case BLOCK_LENGTH:
            case LONG_BLOCK_LENGTH:
                frames.pop();
                blockOf(step == Step.BLOCK_LENGTH ? value : (int) value);
                break;
            default:
                runObject(step, value);
        }
    }

    private void runObject(Step step, long value) {
        switch (step) {
            case OBJECT:
                frames.pop();
                object(classes.last());
                break;
            case VALUES:
                values();
                break;
            case ARRAY:
                frames.pop();
                classes.count();
                frames.push(Step.ARRAY_LENGTH, classes.last());
                break;
            case ARRAY_LENGTH:
                elements(frames.pop(), (int) value);
                break;
            case CLASS:
                frames.pop();
                classes.count();
                break;
            case ENUM:
                frames.pop();
                classes.count();
                frames.push(Step.NEW_TEXT);
                break;
            default:
                describe(step, value);
        }
    }

    private void describe(Step step, long value) {
        long name = classes.run(step, value);
        stuck |= classes.isStuck();
        pass(name);
    }

    /** Goes on behind so many bytes; a negative number is wrong. */
    private void pass(long count) {
        failed |= count < 0;
        skip = count;
    }

    private void blockOf(long length) {
        pass(length);
        block = length > 0 && frames.isEmpty();
    }

    private void item(int tag) {
        if (tag == TC_RESET) {
            classes.reset();
        } else if (!beginBlock(tag)) {
            open = true;
            content(tag);
        }
    }

    private boolean beginBlock(int tag) {
        if (tag == TC_BLOCKDATA) {
            frames.push(Step.BLOCK_LENGTH);
        } else if (tag == TC_BLOCKDATALONG) {
            frames.push(Step.LONG_BLOCK_LENGTH);
        } else {
            return false;
        }
        return true;
    }

    private void annotation(int tag) {
        if (tag == TC_ENDBLOCKDATA) {
            frames.pop();
        } else if (!beginBlock(tag)) {
            content(tag);
        }
    }

    private void content(int tag) {
        switch (tag) {
            case TC_CLASS:
                classes.push(Step.CLASS);
                break;
            case TC_ARRAY:
                classes.push(Step.ARRAY);
                break;
            case TC_ENUM:
                classes.push(Step.ENUM);
                break;
            case TC_OBJECT:
                classes.push(Step.OBJECT);
                break;
            case TC_CLASSDESC:
            case TC_PROXYCLASSDESC:
                classes.begin(tag);
                break;
            case TC_EXCEPTION:
                frames.clear();
                classes.reset();
                frames.push(Step.CONTENTS);
                break;
            default:
                text(tag, true);
        }
    }

    private void text(int tag, boolean any) {
        if (tag == TC_STRING) {
            classes.count();
            frames.push(Step.LENGTH);
        } else if (tag == TC_LONGSTRING) {
            classes.count();
            frames.push(Step.LONG_LENGTH);
        } else if (tag == TC_REFERENCE && any) {
            skip = Integer.BYTES;
        } else {
            failed |= tag != TC_NULL || !any;
        }
    }

    private void object(StreamClass type) {
        classes.count();
        if (type == null) {
            failed = true;
        } else if (!type.isExternalizable()) {
            frames.push(Step.VALUES, type, type.layout().length);
        } else if (type.isMarked()) {
            frames.push(Step.ANNOTATION);
        } else {
            stuck = true;
        }
    }

    /** Of the next class, from above. */
    private void values() {
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
            return;
        }
        skip = bare;
    }

    private void elements(StreamClass type, int count) {
        int code = type == null ? 0 : type.element();
        int size = StreamClass.sizeOf(code);
        failed |= count < 0 || code != 'L' && code != '[' && size == 0;
        if (size == 0) {
            frames.push(Step.CONTENTS, null, count);
        } else {
            skip = (long) size * count;
        }
    }
}
