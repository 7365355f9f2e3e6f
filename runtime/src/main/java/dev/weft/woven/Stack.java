package dev.weft.woven;

import java.util.Arrays;
import java.util.List;

/**
 * The logical stack of one running coroutine: what the hidden last parameter of every woven method
 * carries.
 *
 * <p><b>Protocol.</b> While code runs normally nothing is stored here. A leaf (a runtime method
 * that must wait) calls {@link #suspend()} and returns a dummy value. Each woven caller tests
 * {@link #suspending} after its call and, when set, saves its live values in a {@link Frame},
 * {@linkplain #push pushes} it and returns a dummy value too, so the frames arrive innermost first.
 * The loop at the bottom ({@link #proceed()}) then links them to the frames that were not touched
 * and returns to whoever drives the stack. To resume, the driver puts the leaf's outcome in the
 * registers ({@link #ref}, {@link #prim} or {@link #failure}) and calls {@link #proceed()} again:
 * it resumes the innermost frame, hands that method's outcome to its caller's frame through the
 * same registers, and so on outwards. The cost of a switch is the frames that really run, not the
 * depth of the stack.
 *
 * <p>{@link #PINNED} stands for "no stack": it is passed where a frame below can't be unwound, and
 * a leaf that gets it blocks the thread.
 *
 * <p>Not thread-safe; whoever moves a stack between threads publishes it safely.
 */
public abstract class Stack {
    /** Passed by callers that cannot be suspended: a leaf that gets it blocks the thread. */
    public static final Stack PINNED = new PinnedStack();

    /** Outcome of {@link #resumeFrames()} and {@link #settle}: no frame is left. */
    protected static final int COMPLETED = 0;

    /**
     * Outcome of {@link #resumeFrames()} and {@link #settle}: suspended; further bits are marks.
     */
    protected static final int SUSPENDED = 1;

    /** In {@link #marks}: {@link #outermost} is not null. */
    private static final int PUSHED = 2;

    /** The first mark for subclasses; others are higher bits. */
    protected static final int MARK = 4;

    /** Set by a leaf that suspends; tested by woven code after each suspendable call. */
    public boolean suspending;

    /** The time slice that {@link Slices} saw last. */
    byte slice;

    /**
     * The innermost saved frame; while a method runs that was resumed, its frame (which is saved
     * again in the same object, so that a stack that suspends where it was resumed stores no
     * reference here).
     */
    private Frame innermost;

    /**
     * The last frame pushed in the present unwinding that must be linked to what is below it; null
     * outside of one. Until then its link keeps the frame of the method that was resumed, which an
     * unwinding that is taken back needs again.
     */
    private Frame outermost;

    /**
     * {@link #SUSPENDED} once the resumed frame has been saved again, so that its link to its
     * caller's frame still holds; and {@link #mark}s.
     */
    private int marks;

    /** Register: the reference result of the call that completed last. */
    public Object ref;

    /** Register: its primitive result (int kinds widened, float and double as raw bits). */
    public long prim;

    /** Register: its exception, to be thrown at the call site; null when it returned. */
    public Throwable failure;

    /** For the runtime's own kinds of stack. */
    protected Stack() {}

    /**
     * Whether methods on this stack can suspend.
     *
     * @return false for {@link #PINNED} and its like, where a leaf must block the thread
     */
    public boolean canSuspend() {
        return true;
    }

    /**
     * The stack at the bottom of the chain of drivers: a fiber's, or one that can't suspend. A leaf
     * that waits for something outside asks it whether it may suspend.
     *
     * @return this, unless a generator's or coroutine's stack is being driven by another one
     */
    public Stack root() {
        return this;
    }

    /**
     * The stack of the method that drives this one.
     *
     * @return null at the bottom of the chain, and before this one is driven
     */
    protected Stack driver() {
        return null;
    }

    /**
     * The frames of those that have another coroutine yield in their stead: this one's callers, as
     * a stack trace should have it, before the driver's.
     *
     * @return innermost first; empty unless this stack is a delegate's
     */
    protected List<StackTraceElement> delegators() {
        return List.of();
    }

    /**
     * Says, before a suspension that waits for nothing, that this stack is to be resumed as soon as
     * it is suspended. A root whose driver resumes it anyway need not override this.
     */
    protected void resumeAtOnce() {}

    /**
     * Says, before a suspension that waits for nothing, that others of the same scheduler are to
     * run first.
     *
     * @return false when there is nobody to yield to, and nothing may be suspended
     */
    protected boolean yieldTurn() {
        return false;
    }

    /** Starts unwinding: called by a leaf, which must then return to its woven caller at once. */
    public final void suspend() {
        suspending = true;
    }

    /**
     * As {@link #mark} and {@link #suspend()} together, for a leaf that yields to the driver of the
     * very stack that it runs on.
     *
     * @param mark as for {@link #mark}
     */
    public final void suspend(int mark) {
        marks = mark;
        suspending = true;
    }

    /**
     * Adds the frame of the method that is being unwound. Called by woven code, innermost first.
     *
     * @param frame the saved activation; a new one, see {@link #push(Frame, int)}
     */
    public final void push(Frame frame) {
        Frame last = outermost;
        if (last == null) {
            frame.parent = innermost;
            innermost = frame;
            marks |= PUSHED;
        } else {
            frame.parent = last.parent;
            last.parent = frame;
        }
        outermost = frame;
    }

    /** Adds the activation of a method without live values: a frame, or an entry of a chain. */
    final void pushEmpty(int point, Resumer resumer) {
        Frame frame = FrameChain.after(outermost, resumer, point);
        if (frame != null) {
            push(frame);
        }
    }

    /** A frame could not be saved: takes the unwinding back and gives the error, to be thrown. */
    final <E extends Throwable> E unwound(E error) {
        suspending = false;
        Frame saved = innermost;
        if (outermost != null) {
            // whoever was resumed may catch the error and suspend again where it was resumed
            innermost = outermost.parent;
            outermost = null;
        }
        marks = 0;
        root().withdrawWait();
        giveUp(saved, innermost);
        return error;
    }

    private static void giveUp(Frame first, Frame kept) {
        for (Frame frame = first; frame != kept; frame = frame.parent) {
            frame.lost();
        }
    }

    /**
     * What the fiber was to be suspended for is not waited for after all: its frames could not be
     * saved. Called on the root, by the thread that runs it, when nothing waits too.
     */
    protected void withdrawWait() {}

    /**
     * Adds again the frame of a resumed method that suspends once more: the last frame of this
     * unwinding, since those below it are not touched.
     *
     * @param frame the saved activation, as the resumer was given it
     * @param point its new suspension point
     */
    public final void push(Frame frame, int point) {
        frame.point = point;
        int m = marks | SUSPENDED;
        if ((m & PUSHED) != 0) {
            m -= PUSHED;
            outermost.parent = frame;
            outermost = null;
        }
        marks = m;
    }

    /**
     * Takes the reference register, leaving nothing reachable behind.
     *
     * @return the callee's result; may be null
     */
    public final Object takeRef() {
        Object value = ref;
        if (value != null) {
            ref = null;
        }
        return value;
    }

    /**
     * Throws the failure register's exception if there is one. Called by woven code at the resumed
     * call site, inside the original try ranges.
     *
     * @throws Throwable the callee's exception
     */
    public final void rethrow() throws Throwable {
        Throwable thrown = failure;
        if (thrown != null) {
            failure = null;
            throw thrown;
        }
    }

    /**
     * Woven code uses an exception that it has caught, or is about to look at one's stack trace:
     * what saved frames know of it is added. Costs a test or two as long as nothing is saved.
     *
     * @param thrown the exception; anything else is ignored
     */
    public final void caught(Object thrown) {
        for (Stack s = this; s != null; s = s.driver()) {
            if (s.innermost != null || !s.delegators().isEmpty()) {
                StackTraces.caught(thrown, this);
                return;
            }
        }
    }

    /** The frame of the method that was resumed last; null before the first suspension. */
    final Frame resumed() {
        return innermost;
    }

    /**
     * Says why this stack is about to be suspended; before anything is saved on it.
     *
     * @param mark of {@link #MARK} and higher bits; part of the outcome of {@link #resumeFrames()}
     */
    protected final void mark(int mark) {
        marks = mark;
    }

    /**
     * Runs the saved frames, innermost first, until the outermost has completed or one suspends. On
     * completion the outermost method's outcome is in the registers.
     *
     * @return true when all frames have completed, false when suspended
     */
    protected final boolean proceed() {
        return resumeFrames() == COMPLETED;
    }

    /**
     * As {@link #proceed()}, and tells why it was suspended.
     *
     * @return {@link #COMPLETED}, or {@link #SUSPENDED} and the {@link #mark}
     */
    protected final int resumeFrames() {
        return resumeFrames(failure);
    }

    /** As above; {@code known} is the exception that the innermost frame is given. */
    private int resumeFrames(Throwable given) {
        Throwable known = given;
        Frame frame = innermost;
        while (frame != null) {
            if (frame.resumer == null) {
                frame = ((FrameChain) frame).pop();
                innermost = frame;
            }
            try {
                frame.resumer.resume(frame, this);
            } catch (Throwable thrown) {
                threw(thrown, known);
                known = thrown;
                frame = innermost.parent;
                innermost = frame;
                continue;
            }
            // a frame that was pushed again is linked to its caller's as before
            Frame parent = frame.parent;
            if (suspending) {
                return settle(parent);
            }
            innermost = parent;
            frame = parent;
        }
        return COMPLETED;
    }

    /**
     * The resumed method has thrown: its caller gets the exception. Apart, and too large for
     * HotSpot to inline where it is seldom called: what it would add to the compiled form of those
     * who resume kept that from being inlined after the first exception.
     *
     * @param given the exception that the method was given, whose trace is complete
     */
    private void threw(Throwable thrown, Throwable given) {
        if (suspending) {
            root().withdrawWait();
        }
        if (outermost != null) {
            innermost = outermost.parent;
            outermost = null;
        }
        suspending = false;
        marks = 0;
        failure = thrown;
        if (thrown != given) {
            StackTraces.complete(thrown, innermost);
        }
    }

    /**
     * Runs the innermost frame only. True when it has yielded by the first {@link #MARK} where it
     * was resumed, which is what a generator nearly always does; else {@link #goOn()} must follow.
     * A boolean that is tested once: where the code for all outcomes came together before they were
     * told apart again, HotSpot forgot what the yielding leaf had stored.
     *
     * @return whether this stack is suspended by that mark and settled; there must be a frame
     */
    protected final boolean resumeInnermost() {
        Frame frame = innermost;
        if (frame.resumer == null) {
            frame = ((FrameChain) frame).pop();
            innermost = frame;
        }
        Throwable given = failure;
        try {
            frame.resumer.resume(frame, this);
        } catch (Throwable thrown) {
            threw(thrown, given);
            return false;
        }
        if (marks != (MARK | SUSPENDED)) {
            return false;
        }
        suspending = false;
        marks = 0;
        return true;
    }

    /**
     * What {@link #resumeFrames()} does behind its first frame, after {@link #resumeInnermost()}
     * has returned false.
     *
     * @return as {@link #resumeFrames()}
     */
    protected final int goOn() {
        // until an unwinding has been settled, the last frame pushed is linked to what was resumed
        Frame resumed = outermost == null ? innermost : outermost.parent;
        if (suspending) {
            return settle(resumed.parent);
        }
        innermost = resumed.parent;
        return resumeFrames();
    }

    /**
     * Ends an unwinding: called by a driver after the first entry of a coroutine's body returned
     * with {@link #suspending} set.
     *
     * @param callers the frames below the ones just pushed; null after a first entry
     * @return {@link #SUSPENDED} and the {@link #mark}
     */
    protected final int settle(Frame callers) {
        suspending = false;
        int outcome = marks | SUSPENDED;
        if (marks != outcome) {
            link(callers);
        }
        marks = 0;
        return outcome & ~PUSHED;
    }

    private void link(Frame callers) {
        if (outermost == null) {
            innermost = callers;
        } else {
            if (outermost.resumer == null) {
                ((FrameChain) outermost).trim();
            }
            outermost.parent = callers;
            outermost = null;
        }
    }

    /**
     * Whether a frame is saved here: false before the first suspension and after completion.
     *
     * @return true when {@link #proceed()} would run something
     */
    protected final boolean hasFrames() {
        return innermost != null;
    }

    /** Drops the saved frames without running them. */
    protected final void dropFrames() {
        giveUp(innermost, null);
        innermost = null;
        outermost = null;
        suspending = false;
        marks = 0;
    }

    /**
     * The saved frames as stack trace elements. Nothing is run.
     *
     * @return innermost first; empty when nothing is saved; while this stack runs, the frames that
     *     were saved last
     */
    public final List<StackTraceElement> trace() {
        return FrameInfo.trace(innermost, Integer.MAX_VALUE);
    }

    /** As above, of about {@code limit} elements at most. */
    final List<StackTraceElement> trace(int limit) {
        return FrameInfo.trace(innermost, limit);
    }

    /**
     * The stack of a thread that runs this coroutine, with the saved frames of the callers of the
     * method that was resumed last. From any thread; a coroutine that goes on meanwhile is shown as
     * the thread's stack shows it.
     *
     * @param thread what the thread's stack trace is; is changed
     * @return innermost first
     */
    public final List<StackTraceElement> trace(StackTraceElement[] thread) {
        LogicalTrace trace = new LogicalTrace(thread);
        trace.addCallers(innermost);
        return Arrays.asList(trace.elements());
    }
}
