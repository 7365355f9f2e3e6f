package dev.weft.blocking;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.SuspendableRunnable;
import dev.weft.fiber.Blocking;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.FiberLocal;
import dev.weft.fiber.FiberThreadLocals;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fiber that passes for a thread: what {@code new Thread(...)} makes in classes that the option
 * {@code threads} names, and what {@code Thread.currentThread()} gives there. It is never started
 * as a thread of the operating system; {@link #start()} starts a fiber. Subclasses of {@link
 * Thread} in those classes extend this one.
 *
 * <p>What {@link Thread} declares final is done by stand-ins, so from code that is not woven {@code
 * isAlive()} is false and {@code join()} returns at once.
 *
 * <p>Thread-safe.
 */
public class FiberThread extends Thread {
    private static final FiberLocal<FiberThread> IDENTITY = FiberLocal.withInitial(() -> null);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** What the fiber will begin with: inherited when the thread was made. */
    private Map<ThreadLocal<?>, Object> inherited;

    private final Runnable target;

    /** Whether the fiber was started as one, and not by {@link #start()}. */
    private final boolean adopted;

    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile Fiber<?> fiber;

    /** As {@link Thread#Thread()}. */
    public FiberThread() {
        this(null, null, null, 0, true);
    }

    /**
     * As {@link Thread#Thread(Runnable)}.
     *
     * @param target what to run
     */
    public FiberThread(Runnable target) {
        this(null, target, null, 0, true);
    }

    /**
     * As {@link Thread#Thread(ThreadGroup, Runnable)}.
     *
     * @param group may be null
     * @param target what to run
     */
    public FiberThread(ThreadGroup group, Runnable target) {
        this(group, target, null, 0, true);
    }

    /**
     * As {@link Thread#Thread(String)}.
     *
     * @param name not null
     */
    public FiberThread(String name) {
        this(null, null, named(name), 0, true);
    }

    /**
     * As {@link Thread#Thread(ThreadGroup, String)}.
     *
     * @param group may be null
     * @param name not null
     */
    public FiberThread(ThreadGroup group, String name) {
        this(group, null, named(name), 0, true);
    }

    /**
     * As {@link Thread#Thread(Runnable, String)}.
     *
     * @param target what to run
     * @param name not null
     */
    public FiberThread(Runnable target, String name) {
        this(null, target, named(name), 0, true);
    }

    /**
     * As {@link Thread#Thread(ThreadGroup, Runnable, String)}.
     *
     * @param group may be null
     * @param target what to run
     * @param name not null
     */
    public FiberThread(ThreadGroup group, Runnable target, String name) {
        this(group, target, named(name), 0, true);
    }

    /**
     * As {@link Thread#Thread(ThreadGroup, Runnable, String, long)}.
     *
     * @param group may be null
     * @param target what to run
     * @param name not null
     * @param stackSize of no use to a fiber
     */
    public FiberThread(ThreadGroup group, Runnable target, String name, long stackSize) {
        this(group, target, named(name), stackSize, true);
    }

    /**
     * As {@link Thread#Thread(ThreadGroup, Runnable, String, long, boolean)}.
     *
     * @param group may be null
     * @param target what to run
     * @param name null for a number
     * @param stackSize of no use to a fiber
     * @param inherit whether values of {@link InheritableThreadLocal}s are taken over
     */
    public FiberThread(
            ThreadGroup group, Runnable target, String name, long stackSize, boolean inherit) {
        super(group, null, name == null ? "Thread-f" + NUMBER.getAndIncrement() : name, 0, false);
        this.target = target;
        adopted = false;
        Thread parent = current();
        setContextClassLoader(parent.getContextClassLoader());
        if (parent instanceof FiberThread) {
            setDaemon(parent.isDaemon());
            setPriority(Math.min(parent.getPriority(), getThreadGroup().getMaxPriority()));
        } else if (Fiber.current() == null) {
            setDaemon(parent.isDaemon());
        }
        if (inherit) {
            inherited = FiberThreadLocals.inheritable();
        }
    }

    /** For a fiber that was started as one. */
    private FiberThread(Fiber<?> fiber) {
        super(null, null, fiber.name(), 0, false);
        target = null;
        adopted = true;
        this.fiber = fiber;
        setDaemon(true);
    }

    private static String named(String name) {
        if (name == null) {
            throw new NullPointerException("name cannot be null");
        }
        return name;
    }

    /**
     * What stands for the current thread: in a fiber its own object, elsewhere the thread.
     *
     * @return never null
     */
    public static Thread current() {
        Fiber<?> fiber = Fiber.current();
        if (fiber == null) {
            return Thread.currentThread();
        }
        FiberThread own = IDENTITY.get();
        if (own == null) {
            own = new FiberThread(fiber);
            IDENTITY.set(own);
        }
        return own;
    }

    /** The current fiber's, if it has been asked for or was started as one; else null. */
    static FiberThread known() {
        return Fiber.current() == null ? null : IDENTITY.get();
    }

    /**
     * The fiber.
     *
     * @return null before {@link #start()}
     */
    public Fiber<?> fiber() {
        return fiber;
    }

    @Override
    public void start() {
        SuspendableRunnable life = this::live;
        synchronized (this) {
            if (fiber != null) {
                throw new IllegalThreadStateException();
            }
            if (!isDaemon()) {
                KeepAlive.enter();
            }
            fiber = FiberThreadLocals.go(life, inherited).named(getName());
            inherited = null;
        }
    }

    @Suspendable
    @Override
    public void run() {
        if (target != null) {
            target.run();
        }
    }

    @Suspendable
    private void live() {
        IDENTITY.set(this);
        boolean keptAlive = !isDaemon();
        try {
            ((Runnable) this).run();
        } catch (FiberCancelledException e) {
            if (!fiber.isCancelled()) {
                uncaught(e);
            }
        } catch (Throwable e) {
            uncaught(e);
        } finally {
            end(keptAlive);
        }
    }

    private void uncaught(Throwable thrown) {
        try {
            getUncaughtExceptionHandler().uncaughtException(this, thrown);
        } catch (Throwable ignored) {
            // as the JVM does
        }
    }

    private void end(boolean keptAlive) {
        ended.complete(null);
        synchronized (this) {
            notifyAll();
        }
        if (keptAlive) {
            KeepAlive.exit();
        }
    }

    /** Whether it has been started and has not ended. */
    boolean lives() {
        Fiber<?> f = fiber;
        return f != null && !f.isDone() && !ended.isDone();
    }

    /** Complete once it has ended. */
    CompletableFuture<?> ending() {
        return adopted ? fiber.toCompletableFuture().handle((v, t) -> null) : ended;
    }

    @Override
    public void interrupt() {
        Fiber<?> f = fiber;
        if (f != null && lives()) {
            f.interrupt();
        }
    }

    @Override
    public boolean isInterrupted() {
        Fiber<?> f = fiber;
        return f != null && lives() && Blocking.isInterrupted(f);
    }

    @Override
    public Thread.State getState() {
        Fiber<?> f = fiber;
        if (f == null) {
            return Thread.State.NEW;
        }
        if (!lives()) {
            return Thread.State.TERMINATED;
        }
        return f.state() == Fiber.State.WAITING ? Thread.State.WAITING : Thread.State.RUNNABLE;
    }

    @Override
    public StackTraceElement[] getStackTrace() {
        Fiber<?> f = fiber;
        if (f == null || !lives()) {
            return new StackTraceElement[0];
        }
        return f == Fiber.current()
                ? new Throwable().getStackTrace()
                : f.stackTrace().toArray(new StackTraceElement[0]);
    }
}
