package dev.weft.io;

import static java.io.ObjectStreamConstants.TC_BLOCKDATA;
import static java.io.ObjectStreamConstants.TC_BLOCKDATALONG;
import static java.io.ObjectStreamConstants.TC_ENDBLOCKDATA;
import static java.io.ObjectStreamConstants.TC_RESET;

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
 * Externalizable} of the protocol's first version. Objects among the values need no knowledge,
 * since they look the same anywhere. It stops at an error in the stream, too: the JDK's code will
 * say it.
 *
 * <p>Having stopped it can be {@linkplain #restart restarted} behind the object. See {@link
 * ClassScan} for what it has forgotten then.
 */
final class ObjectScan {
    private final ScanFrames frames = new ScanFrames();
    private final ContentScan contents;

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
        contents = new ContentScan(frames, readsValuesFirst);
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
            contents.passed(bytes, at, n);
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
        contents.restart();
        stuck = false;
        open = false;
        skip = 0;
    }

    private void run(Step step, long value) {
        switch (step) {
            case ITEM:
                item((int) value);
                break;
            case ANNOTATION:
                annotation((int) value);
                break;
            case BLOCK_LENGTH:
            case LONG_BLOCK_LENGTH:
                frames.pop();
                long length = step == Step.BLOCK_LENGTH ? value : (int) value;
                pass(length);
                block = length > 0 && frames.isEmpty();
                break;
            default:
                pass(contents.run(step, value));
                stuck = contents.isStuck();
        }
    }

    /** Goes on behind so many bytes; a negative number is wrong. */
    private void pass(long count) {
        failed |= count < 0;
        skip = count;
    }

    private void item(int tag) {
        if (tag == TC_RESET) {
            contents.reset();
        } else if (!beginBlock(tag)) {
            open = true;
            pass(contents.content(tag));
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
            pass(contents.content(tag));
        }
    }
}
