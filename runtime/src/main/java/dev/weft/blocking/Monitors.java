package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import dev.weft.sync.Cond;
import dev.weft.woven.Stack;
import dev.weft.woven.StandIn;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Monitors that belong to fibers: what {@code synchronized}, {@code wait} and {@code notify} become
 * in classes that the option {@code monitors} names. Reentrant and fair; a fiber that holds one may
 * suspend. Threads can hold them too.
 *
 * <p>They are the runtime's, not the JVM's: code that is not named and synchronizes on the same
 * object does not exclude code that is. What can be seen of such a mixture is refused: {@code wait}
 * and {@code notify} without the runtime's monitor, and with {@code -Dweft.monitors.check=true}
 * also entering one while the thread holds the JVM's of the same object.
 *
 * <p>Thread-safe.
 */
public final class Monitors {
    private static final boolean CHECK = Boolean.getBoolean("weft.monitors.check");
    private static final int NANOS_PER_MILLI = 1_000_000;

    private Monitors() {}

    /**
     * Enters an object's monitor; in place of {@code monitorenter}.
     *
     * @param object not null
     * @throws NullPointerException when it is null
     */
    @Suspendable
    public static void enter(Object object) {
        enter(object, Stack.PINNED);
    }

    /**
     * The woven form.
     *
     * @param object not null
     * @param stack the running stack
     */
    public static void enter(Object object, Stack stack) {
        if (object == null) {
            throw new NullPointerException("synchronized on null");
        }
        if (CHECK && Thread.holdsLock(object)) {
            throw new IllegalMonitorStateException(mixed(object));
        }
        Object who = Caller.self(stack);
        if (!MonitorTable.tryEnter(object, who)) {
            MonitorTable.use(object).lock.lock(who, stack);
        }
    }

    /**
     * Leaves a monitor that the caller has entered; in place of {@code monitorexit}. Never throws:
     * compilers let the handler of a synchronized block cover its own exit.
     *
     * @param object not null
     */
    public static void exit(Object object) {
        Object who = Caller.self();
        if (MonitorTable.tryExit(object, who)) {
            return;
        }
        MonitorTable.Entry entry = MonitorTable.held(object, who);
        if (entry != null) {
            entry.lock.unlock(who);
            MonitorTable.leave(entry);
        }
    }

    /** {@link Object#wait()}. */
    @Suspendable
    @StandIn(
            value = Object.class,
            scope = StandIn.Scope.MONITORS,
            mode = StandIn.Mode.PARKS,
            everywhere = true)
    public static void wait(Object object) throws InterruptedException {
        await(object, 0);
    }

    /** {@link Object#wait(long)}. */
    @Suspendable
    @StandIn(
            value = Object.class,
            scope = StandIn.Scope.MONITORS,
            mode = StandIn.Mode.PARKS,
            everywhere = true)
    public static void wait(Object object, long millis) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        await(object, TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** {@link Object#wait(long, int)}. */
    @Suspendable
    @StandIn(
            value = Object.class,
            scope = StandIn.Scope.MONITORS,
            mode = StandIn.Mode.PARKS,
            everywhere = true)
    public static void wait(Object object, long millis, int nanos) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        if (nanos < 0 || nanos >= NANOS_PER_MILLI) {
            throw new IllegalArgumentException("nanosecond timeout value out of range");
        }
        await(object, Math.addExact(TimeUnit.MILLISECONDS.toNanos(millis), nanos));
    }

    /** {@link TimeUnit#timedWait(Object, long)}. */
    @Suspendable
    @StandIn(
            value = TimeUnit.class,
            scope = StandIn.Scope.MONITORS,
            mode = StandIn.Mode.PARKS,
            everywhere = true)
    public static void timedWait(TimeUnit unit, Object object, long timeout)
            throws InterruptedException {
        if (timeout > 0) {
            await(object, unit.toNanos(timeout));
        }
    }

    /** {@link Object#notify()}. */
    @StandIn(value = Object.class, scope = StandIn.Scope.MONITORS, mode = StandIn.Mode.REPLACES)
    public static void notify(Object object) {
        Cond condition = owned(object, "notify").conditionOrNull();
        if (condition != null) {
            condition.signal();
        }
    }

    /** {@link Object#notifyAll()}. */
    @StandIn(value = Object.class, scope = StandIn.Scope.MONITORS, mode = StandIn.Mode.REPLACES)
    public static void notifyAll(Object object) {
        Cond condition = owned(object, "notifyAll").conditionOrNull();
        if (condition != null) {
            condition.signalAll();
        }
    }

    /** {@link Thread#holdsLock(Object)}. */
    @StandIn(
            value = Thread.class,
            isStatic = true,
            scope = StandIn.Scope.MONITORS,
            mode = StandIn.Mode.REPLACES)
    public static boolean holdsLock(Object object) {
        return MonitorTable.isHeld(Objects.requireNonNull(object), Caller.self());
    }

    /** Zero nanoseconds: for ever. */
    @Suspendable
    private static void await(Object object, long nanos) throws InterruptedException {
        Cond condition = owned(object, "wait").condition();
        if (nanos == 0) {
            condition.await();
        } else {
            condition.await(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private static MonitorTable.Entry owned(Object object, String call) {
        MonitorTable.Entry entry = MonitorTable.held(object, Caller.self());
        if (entry != null) {
            return entry;
        }
        throw new IllegalMonitorStateException(
                Thread.holdsLock(object)
                        ? mixed(object)
                        : call + " without holding the monitor of " + name(object));
    }

    private static String mixed(Object object) {
        return "the thread holds the JVM's monitor of "
                + name(object)
                + ", which does not exclude the runtime's: name the class that synchronizes on it"
                + " in the option monitors too, or leave this one out";
    }

    private static String name(Object object) {
        return object.getClass().getName()
                + "@"
                + Integer.toHexString(System.identityHashCode(object));
    }
}
