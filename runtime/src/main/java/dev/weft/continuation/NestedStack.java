package dev.weft.continuation;

import dev.weft.woven.Frame;
import dev.weft.woven.FrameSaver;
import dev.weft.woven.Resumer;
import dev.weft.woven.Stack;
import java.util.List;

/**
 * The stack of a coroutine that is driven by a method call: a generator by {@code next()}, a
 * coroutine by {@code resume()}, a continuation by {@code run()}.
 *
 * <p><b>Two reasons to suspend.</b> Code on this stack suspends either for its driver (it yields)
 * or for something further out (it receives from a channel, and the fiber that drives it must wait;
 * or it yields to an outer generator). A yield marks the stack it is meant for before it unwinds
 * the stack it runs on. When {@link #run} finds this stack suspended it tests that mark: set, the
 * driver gets control; clear, the driver's own stack is suspended too, with a {@link DriveFrame}
 * that goes on with this one, and so on outwards until a stack whose mark is set or the fiber. On
 * the way back the registers are handed inwards through the same frames. So the distinction costs
 * one bit, and waiting through n nested coroutines costs n small frames.
 *
 * <p>The field {@link #driver} is the stack this one was driven by last; it is not cleared when
 * this one yields, which saves two stores with barriers for each value. When it can't suspend, the
 * code inside is pinned as regards the outside: {@link #root()} says so, and leaves block the
 * thread.
 *
 * <p>For the runtime's own kinds of coroutine and those of others. Not thread-safe.
 */
public abstract class NestedStack extends Stack {
    /** Outcome of {@link #run}: suspended for the driver. */
    public static final int YIELDED = 0;

    /** Outcome of {@link #run}: the body has ended; its outcome is in the registers. */
    public static final int DONE = 1;

    /** Outcome of {@link #run}: suspended for something outside; the driver is unwinding. */
    public static final int OUTER = 2;

    /** Outcome of {@link #run}: yielded by another stack in its stead, see {@link #handOver}. */
    public static final int HANDED_OVER = 3;

    private static final int OWN = MARK;
    private static final int OTHER = MARK << 1;

    private static final Resumer DRIVE = NestedStack::redrive;

    private Stack driver;
    private boolean started;

    /** For subclasses. */
    protected NestedStack() {}

    /**
     * Runs the body from its start on this stack. The result, if any, goes to {@link #ref}.
     *
     * @throws Throwable what the body throws
     */
    protected abstract void enter() throws Throwable;

    @Override
    public final Stack root() {
        return driver.root();
    }

    /**
     * The stack that drove this one last.
     *
     * @return null before the first run
     */
    @Override
    protected final Stack driver() {
        return driver;
    }

    /**
     * What {@code stack} was driven by last, for those who look for a stack of their own kind.
     *
     * @param stack not null
     * @return null before its first run
     */
    protected static Stack below(NestedStack stack) {
        return stack.driver;
    }

    /**
     * Whether the body has been entered.
     *
     * @return true for ever after the first {@link #run}
     */
    protected final boolean started() {
        return started;
    }

    /**
     * Starts or goes on. Before a start {@link #ref} may hold an argument for {@link #enter()};
     * before going on the registers hold the outcome of the call that suspended. A failure in the
     * register before the start ends the coroutine without running its body.
     *
     * @param driver the stack of the method that calls this, or one that can't suspend
     * @return {@link #YIELDED}, {@link #DONE}, {@link #OUTER} or {@link #HANDED_OVER}
     */
    protected final int run(Stack driver) {
        return resumes(driver) ? resumeInnermost() ? YIELDED : afterResume() : runFirst(driver);
    }

    /**
     * {@link #run} in parts, for those who want the frequent case apart: if this says true, {@link
     * #resumeInnermost()} and, when that says false, {@link #afterResume()}; else {@link #run}.
     *
     * @param driver as for {@link #run}
     * @return whether it goes on with the driver it had
     */
    protected final boolean resumes(Stack driver) {
        return this.driver == driver && hasFrames();
    }

    /**
     * See {@link #resumes}.
     *
     * @return as {@link #run}
     */
    protected final int afterResume() {
        return after(goOn());
    }

    private int after(int outcome) {
        if (outcome == (OWN | SUSPENDED)) {
            return YIELDED;
        }
        if (outcome == COMPLETED) {
            return DONE;
        }
        return outcome == SUSPENDED ? suspendDriver() : HANDED_OVER;
    }

    /** A start, or another driver. Apart: with G1, storing a reference is much machine code. */
    private int runFirst(Stack newDriver) {
        if (driver != newDriver) {
            driver = newDriver;
        }
        return after(hasFrames() ? resumeFrames() : started ? COMPLETED : start());
    }

    private int suspendDriver() {
        if (!driver.canSuspend()) {
            abandon();
            failure =
                    new IllegalStateException(
                            "a leaf suspended although root().canSuspend() is false");
            return DONE;
        }
        driver.suspend();
        return OUTER;
    }

    private int start() {
        started = true;
        if (failure != null) {
            return COMPLETED;
        }
        try {
            enter();
        } catch (Throwable thrown) {
            dropFrames();
            failure = thrown;
            return COMPLETED;
        }
        return suspending ? settle(null) : COMPLETED;
    }

    /** Forgets the body and what it holds without running anything more of it. */
    protected final void abandon() {
        started = true;
        dropFrames();
        ref = null;
        failure = null;
    }

    /**
     * Suspends the running code up to this stack's driver: the act of a yielding leaf.
     *
     * @param current the leaf's stack: this one, or one that {@linkplain #reaches reaches} it
     */
    protected final void yieldTo(Stack current) {
        mark(OWN);
        current.suspend();
    }

    /**
     * As {@link #yieldTo}, by a leaf that runs on the stack that yields. What is known of {@code
     * current} by then is used: what is stored here by that name, HotSpot need not load again.
     *
     * @param current the stack that yields
     */
    protected static void yieldOwn(Stack current) {
        current.suspend(OWN);
    }

    /**
     * As {@link #yieldTo}, by a leaf that lets another stack yield in this one's stead.
     *
     * @param current the leaf's stack
     */
    protected final void handOver(Stack current) {
        mark(OTHER);
        current.suspend();
    }

    /**
     * Whether code on {@code current} can suspend up to this stack's driver.
     *
     * @param current a running stack
     * @return true when each driver between the two can be suspended
     */
    protected final boolean reaches(Stack current) {
        Stack s = current;
        while (s != this) {
            if (!(s instanceof NestedStack)) {
                return false;
            }
            s = ((NestedStack) s).driver;
        }
        return true;
    }

    /**
     * As {@link #reaches}, but throws.
     *
     * @param current the stack a leaf was given
     * @param operation what the leaf does, for the message
     * @throws PinnedException when {@code current} can't suspend at all
     * @throws IllegalStateException when it is not run by this coroutine
     */
    protected final void requireReached(Stack current, String operation) {
        if (!current.canSuspend()) {
            throw new PinnedException(operation);
        }
        if (!reaches(current)) {
            throw new IllegalStateException(
                    operation
                            + " was not called from the body of the coroutine that it is meant for");
        }
    }

    /**
     * Saves a driving operation on the stack below, after {@link #run} returned {@link #OUTER}. The
     * caller returns a dummy value then.
     *
     * @param drive goes on with the operation
     * @param operation handed back to {@link Drive#finish}
     * @param driver the stack below
     */
    public static void save(Drive drive, int operation, Stack driver) {
        DriveFrame frame;
        try {
            frame = new DriveFrame(drive, operation);
        } catch (OutOfMemoryError | StackOverflowError error) {
            drive.lost();
            throw raise(FrameSaver.failed(error, driver));
        }
        driver.push(frame);
    }

    private static void redrive(Frame frame, Stack driver) throws Throwable {
        Drive drive = ((DriveFrame) frame).drive;
        NestedStack inner = drive.running();
        inner.ref = driver.takeRef();
        inner.prim = driver.prim;
        inner.failure = driver.failure;
        driver.failure = null;
        int status = drive.advance(driver);
        if (status == OUTER) {
            driver.push(frame, frame.point);
        } else {
            drive.finish(frame.point, status, driver);
        }
    }

    /**
     * Throws anything without declaring it.
     *
     * @param thrown what to throw
     * @return never
     */
    public static RuntimeException raise(Throwable thrown) {
        return NestedStack.<RuntimeException>sneak(thrown);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private static final class DriveFrame extends Frame {
        final Drive drive;

        DriveFrame(Drive drive, int operation) {
            super(DRIVE, operation);
            this.drive = drive;
        }

        @Override
        protected List<StackTraceElement> driven() {
            return drive.driven();
        }

        @Override
        protected void lost() {
            drive.lost();
        }
    }
}
