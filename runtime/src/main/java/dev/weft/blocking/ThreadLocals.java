package dev.weft.blocking;

import dev.weft.fiber.FiberThreadLocals;
import dev.weft.woven.StandIn;
import java.util.function.Supplier;

/**
 * Stand-ins for {@link ThreadLocal} in classes that the option {@code threads} names: in a fiber
 * the value is the fiber's, on a plain thread the thread's. Code that is not named sees the
 * carrier's value. The values are those of {@link FiberThreadLocals}.
 */
public final class ThreadLocals {
    private ThreadLocals() {}

    /** {@link ThreadLocal#get()}. */
    @StandIn(value = ThreadLocal.class, scope = StandIn.Scope.THREADS, mode = StandIn.Mode.REPLACES)
    public static Object get(ThreadLocal<Object> local) {
        return FiberThreadLocals.get(local);
    }

    /** {@link ThreadLocal#set(Object)}. */
    @StandIn(value = ThreadLocal.class, scope = StandIn.Scope.THREADS, mode = StandIn.Mode.REPLACES)
    public static void set(ThreadLocal<Object> local, Object value) {
        FiberThreadLocals.set(local, value);
    }

    /** {@link ThreadLocal#remove()}. */
    @StandIn(value = ThreadLocal.class, scope = StandIn.Scope.THREADS, mode = StandIn.Mode.REPLACES)
    public static void remove(ThreadLocal<Object> local) {
        FiberThreadLocals.remove(local);
    }

    /** {@link ThreadLocal#withInitial(Supplier)}: one whose first value can be asked for. */
    @StandIn(
            value = ThreadLocal.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static ThreadLocal<Object> withInitial(Supplier<Object> supplier) {
        return FiberThreadLocals.withInitial(supplier);
    }
}
