package dev.weft.blocking;

import dev.weft.fiber.Fiber;
import dev.weft.woven.StandIn;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;

/**
 * Stand-ins for {@code Thread.Builder}, of JDK 21, in classes that the option {@code threads}
 * names. The builder is the JDK's own; it makes a thread that is never started, from which the
 * {@link FiberThread} takes its settings.
 */
public final class ThreadBuilders {
    private static final String BUILDER = "java.lang.Thread$Builder";
    private static final MethodHandle UNSTARTED = find("unstarted", Thread.class, Runnable.class);
    private static final MethodHandle FACTORY = find("factory", ThreadFactory.class);

    private ThreadBuilders() {}

    /** {@code Thread.Builder.unstarted(Runnable)}. */
    @StandIn(type = BUILDER, scope = StandIn.Scope.THREADS, mode = StandIn.Mode.REPLACES)
    public static Thread unstarted(Object builder, Runnable task) {
        Objects.requireNonNull(task);
        boolean daemon = isDaemon(builder);
        return fiber(made(builder, task), task, daemon);
    }

    /** {@code Thread.Builder.start(Runnable)}. */
    @StandIn(type = BUILDER, scope = StandIn.Scope.THREADS, mode = StandIn.Mode.REPLACES)
    public static Thread start(Object builder, Runnable task) {
        Thread thread = unstarted(builder, task);
        thread.start();
        return thread;
    }

    /** {@code Thread.Builder.factory()}. */
    @StandIn(type = BUILDER, scope = StandIn.Scope.THREADS, mode = StandIn.Mode.REPLACES)
    public static ThreadFactory factory(Object builder) {
        boolean daemon = isDaemon(builder);
        ThreadFactory theirs = factoryOf(builder);
        return task -> fiber(theirs.newThread(Objects.requireNonNull(task)), task, daemon);
    }

    private static FiberThread fiber(Thread made, Runnable task, boolean daemon) {
        ThreadGroup group = made.getThreadGroup();
        boolean virtual = isVirtual(made);
        FiberThread thread = new FiberThread(virtual ? null : group, task, made.getName(), 0);
        thread.setDaemon(daemon);
        thread.setPriority(made.getPriority());
        Thread.UncaughtExceptionHandler handler = made.getUncaughtExceptionHandler();
        if (handler != group) {
            thread.setUncaughtExceptionHandler(handler);
        }
        return thread;
    }

    /**
     * Whether its threads are daemons. When nothing was said, a builder asks the thread that makes
     * one, which in a fiber is the carrier, a daemon: then a thread that is none asks once more.
     */
    private static boolean isDaemon(Object builder) {
        Thread probe = factoryOf(builder).newThread(ThreadBuilders::nothing);
        if (!probe.isDaemon() || isVirtual(probe) || Fiber.current() == null) {
            return probe.isDaemon();
        }
        CompletableFuture<Boolean> said = new CompletableFuture<>();
        ThreadFactory factory = factoryOf(builder);
        Runnable ask = () -> said.complete(factory.newThread(ThreadBuilders::nothing).isDaemon());
        Thread asking = new Thread(null, ask, "weft-thread-builder", 0, false);
        asking.setDaemon(false);
        asking.start();
        return said.join() || FiberThread.current().isDaemon();
    }

    private static boolean isVirtual(Thread made) {
        return made.getClass() != Thread.class;
    }

    private static void nothing() {}

    private static Thread made(Object builder, Runnable task) {
        try {
            return (Thread) UNSTARTED.invoke(builder, task);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    private static ThreadFactory factoryOf(Object builder) {
        try {
            return (ThreadFactory) FACTORY.invoke(builder);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error) {
            throw (Error) thrown;
        }
        return thrown instanceof RuntimeException
                ? (RuntimeException) thrown
                : new IllegalStateException(thrown);
    }

    /** Null on JDKs that have no builders, where nobody calls this. */
    private static MethodHandle find(String name, Class<?> result, Class<?>... parameters) {
        try {
            Class<?> builder = Class.forName(BUILDER);
            MethodType type = MethodType.methodType(result, parameters);
            return MethodHandles.publicLookup().findVirtual(builder, name, type);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
