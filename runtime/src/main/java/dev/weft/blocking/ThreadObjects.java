package dev.weft.blocking;

import dev.weft.fiber.Blocking;
import dev.weft.fiber.Fiber;
import dev.weft.woven.StandIn;
import java.util.concurrent.locks.LockSupport;

/**
 * Stand-ins for {@link Thread}s as objects. Under the option {@code threads} a new thread is a
 * fiber; whoever gets such a {@link FiberThread} can ask whether it is alive and unpark it.
 */
public final class ThreadObjects {
    private ThreadObjects() {}

    /** {@link Thread#currentThread()}. */
    @StandIn(
            value = Thread.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static Thread currentThread() {
        return FiberThread.current();
    }

    /** {@link Thread#interrupted()}. */
    @StandIn(
            value = Thread.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static boolean interrupted() {
        Fiber<?> fiber = Fiber.current();
        return fiber == null ? Thread.interrupted() : Blocking.takeInterrupt(fiber);
    }

    /** {@link Thread#isAlive()}. */
    @StandIn(value = Thread.class, mode = StandIn.Mode.REPLACES)
    public static boolean isAlive(Thread thread) {
        return thread instanceof FiberThread ? ((FiberThread) thread).lives() : thread.isAlive();
    }

    /** {@link LockSupport#unpark(Thread)}. */
    @StandIn(value = LockSupport.class, isStatic = true, mode = StandIn.Mode.REPLACES)
    public static void unpark(Thread thread) {
        if (!(thread instanceof FiberThread)) {
            LockSupport.unpark(thread);
            return;
        }
        Fiber<?> fiber = ((FiberThread) thread).fiber();
        if (fiber != null) {
            fiber.unpark();
        }
    }

    /** {@code Thread.startVirtualThread(Runnable)}, of JDK 21. */
    @StandIn(
            value = Thread.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static Thread startVirtualThread(Runnable task) {
        FiberThread thread = new FiberThread(null, task, "", 0);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** {@link Thread#Thread()}. */
    @StandIn(
            value = Thread.class,
            constructor = true,
            superclass = FiberThread.class,
            scope = StandIn.Scope.THREADS)
    public static Thread newThread() {
        return new FiberThread();
    }

    /** {@link Thread#Thread(Runnable)}. */
    @StandIn(
            value = Thread.class,
            constructor = true,
            superclass = FiberThread.class,
            scope = StandIn.Scope.THREADS)
    public static Thread newThread(Runnable target) {
        return new FiberThread(target);
    }

    /** {@link Thread#Thread(ThreadGroup, Runnable)}. */
    @StandIn(
            value = Thread.class,
            constructor = true,
            superclass = FiberThread.class,
            scope = StandIn.Scope.THREADS)
    public static Thread newThread(ThreadGroup group, Runnable target) {
        return new FiberThread(group, target);
    }

    /** {@link Thread#Thread(String)}. */
    @StandIn(
            value = Thread.class,
            constructor = true,
            superclass = FiberThread.class,
            scope = StandIn.Scope.THREADS)
    public static Thread newThread(String name) {
        return new FiberThread(name);
    }

    /** {@link Thread#Thread(ThreadGroup, String)}. */
    @StandIn(
            value = Thread.class,
            constructor = true,
            superclass = FiberThread.class,
            scope = StandIn.Scope.THREADS)
    public static Thread newThread(ThreadGroup group, String name) {
        return new FiberThread(group, name);
    }

    /** {@link Thread#Thread(Runnable, String)}. */
    @StandIn(
            value = Thread.class,
            constructor = true,
            superclass = FiberThread.class,
            scope = StandIn.Scope.THREADS)
    public static Thread newThread(Runnable target, String name) {
        return new FiberThread(target, name);
    }

    /** {@link Thread#Thread(ThreadGroup, Runnable, String)}. */
    @StandIn(
            value = Thread.class,
            constructor = true,
            superclass = FiberThread.class,
            scope = StandIn.Scope.THREADS)
    public static Thread newThread(ThreadGroup group, Runnable target, String name) {
        return new FiberThread(group, target, name);
    }

    /** {@link Thread#Thread(ThreadGroup, Runnable, String, long)}. */
    @StandIn(
            value = Thread.class,
            constructor = true,
            superclass = FiberThread.class,
            scope = StandIn.Scope.THREADS)
    public static Thread newThread(
            ThreadGroup group, Runnable target, String name, long stackSize) {
        return new FiberThread(group, target, name, stackSize);
    }

    /** {@link Thread#Thread(ThreadGroup, Runnable, String, long, boolean)}. */
    @StandIn(
            value = Thread.class,
            constructor = true,
            superclass = FiberThread.class,
            scope = StandIn.Scope.THREADS)
    public static Thread newThread(
            ThreadGroup group, Runnable target, String name, long stackSize, boolean inherit) {
        return new FiberThread(group, target, named(name), stackSize, inherit);
    }

    private static String named(String name) {
        if (name == null) {
            throw new NullPointerException("name cannot be null");
        }
        return name;
    }
}
