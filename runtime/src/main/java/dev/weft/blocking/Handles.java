package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.HandleCalls;
import dev.weft.woven.StandIn;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Combinators of method handles: what woven code makes of a handle suspends when that handle does,
 * because it is recorded how it was made. The calls themselves are the weaver's ({@link
 * HandleCalls}): they have no one descriptor that a row could name. Handles that code which is not
 * woven has combined (also static initialisers and constructors) are called pinned.
 */
public final class Handles {
    private Handles() {}

    /** {@link MethodHandle#bindTo(Object)}. */
    @Suspendable
    @StandIn(MethodHandle.class)
    public static MethodHandle bindTo(MethodHandle handle, Object value) {
        return HandleCalls.recorded(handle.bindTo(value), handle, h -> h.bindTo(value));
    }

    /** {@link MethodHandles#insertArguments(MethodHandle, int, Object...)}. */
    @Suspendable
    @StandIn(value = MethodHandles.class, isStatic = true)
    public static MethodHandle insertArguments(MethodHandle handle, int at, Object[] values) {
        Object[] copy = values.clone();
        return HandleCalls.recorded(
                MethodHandles.insertArguments(handle, at, values),
                handle,
                h -> MethodHandles.insertArguments(h, at, copy));
    }

    /** {@link MethodHandles#dropArguments(MethodHandle, int, Class...)}. */
    @Suspendable
    @StandIn(value = MethodHandles.class, isStatic = true)
    public static MethodHandle dropArguments(MethodHandle handle, int at, Class<?>[] types) {
        Class<?>[] copy = types.clone();
        return HandleCalls.recorded(
                MethodHandles.dropArguments(handle, at, types),
                handle,
                h -> MethodHandles.dropArguments(h, at, copy));
    }

    /** {@link MethodHandle#asType(MethodType)}. */
    @Suspendable
    @StandIn(MethodHandle.class)
    public static MethodHandle asType(MethodHandle handle, MethodType type) {
        return HandleCalls.recorded(
                handle.asType(type), handle, h -> HandleCalls.retyped(handle, h, type));
    }
}
