package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.concurrent.FiberCompletionService;
import dev.weft.concurrent.FiberFutureTask;
import dev.weft.fiber.Blocking;
import dev.weft.fiber.CheckedCanceller;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Waiter;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import dev.weft.woven.StandIn;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Stand-ins for futures and executors. A {@link CompletableFuture} calls back when it is complete;
 * the others have no callback, so waiting for one takes a thread.
 */
public final class Futures {
    private Futures() {}

    /** {@link Future#get()}. */
    @Suspendable
    @StandIn(value = Future.class, mode = StandIn.Mode.CALLBACK)
    public static Object get(Future<Object> future) throws Exception {
        if (future instanceof FiberFutureTask) {
            return ((FiberFutureTask<Object>) future).get();
        }
        if (future.isDone()) {
            return future.get();
        }
        if (future instanceof CompletableFuture) {
            awaitEnd((CompletableFuture<?>) future, Long.MAX_VALUE, true);
            return future.get();
        }
        return Blocking.call(future::get);
    }

    /** {@link Future#get(long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = Future.class, mode = StandIn.Mode.CALLBACK)
    public static Object get(Future<Object> future, long timeout, TimeUnit unit) throws Exception {
        if (future instanceof FiberFutureTask) {
            return ((FiberFutureTask<Object>) future).get(timeout, unit);
        }
        if (future.isDone() || timeout <= 0 || Fiber.current() == null) {
            return future.get(timeout, unit);
        }
        if (future instanceof CompletableFuture) {
            awaitEnd((CompletableFuture<?>) future, unit.toNanos(timeout), true);
            return future.get(0, unit);
        }
        return Blocking.call(() -> future.get(timeout, unit));
    }

    /** {@link CompletableFuture#join()}: not interruptible. */
    @Suspendable
    @StandIn(value = CompletableFuture.class, mode = StandIn.Mode.CALLBACK)
    public static Object join(CompletableFuture<Object> future) throws Exception {
        awaitEnd(future, Long.MAX_VALUE, false);
        return future.join();
    }

    /** {@link ForkJoinTask#join()}. */
    @Suspendable
    @StandIn(value = ForkJoinTask.class, mode = StandIn.Mode.HANDS_OFF)
    public static Object join(ForkJoinTask<Object> task) throws Exception {
        return task.isDone() ? task.join() : Blocking.call(task::join);
    }

    /** {@code ForkJoinTask.quietlyJoin(long, TimeUnit)}, of JDK 19. */
    @Suspendable
    @StandIn(value = ForkJoinTask.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean quietlyJoin(ForkJoinTask<Object> task, long timeout, TimeUnit unit)
            throws Exception {
        if (task.isDone()) {
            return true;
        }
        return Blocking.call(() -> isDoneIn(task, timeout, unit));
    }

    private static boolean isDoneIn(ForkJoinTask<Object> task, long timeout, TimeUnit unit)
            throws InterruptedException {
        try {
            task.get(timeout, unit);
        } catch (ExecutionException | CancellationException | TimeoutException e) {
            return task.isDone();
        }
        return true;
    }

    /** {@link CompletionService#take()}. */
    @Suspendable
    @StandIn(value = CompletionService.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static Future<Object> take(CompletionService<Object> service) throws Exception {
        if (service instanceof FiberCompletionService) {
            return ((FiberCompletionService<Object>) service).take();
        }
        Future<Object> ready = service.poll();
        return ready != null ? ready : Blocking.call(service::take);
    }

    /** {@link CompletionService#poll(long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = CompletionService.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static Future<Object> poll(
            CompletionService<Object> service, long timeout, TimeUnit unit) throws Exception {
        if (service instanceof FiberCompletionService) {
            return ((FiberCompletionService<Object>) service).poll(timeout, unit);
        }
        Future<Object> ready = service.poll();
        return ready != null ? ready : Blocking.call(() -> service.poll(timeout, unit));
    }

    /** {@link ExecutorService#awaitTermination(long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = ExecutorService.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static boolean awaitTermination(ExecutorService executor, long timeout, TimeUnit unit)
            throws Exception {
        if (executor instanceof FiberPool || executor instanceof FiberScheduledPool) {
            return awaitFibers(executor, timeout, unit);
        }
        return executor.isTerminated()
                || Blocking.call(() -> executor.awaitTermination(timeout, unit));
    }

    @Suspendable
    private static boolean awaitFibers(ExecutorService executor, long timeout, TimeUnit unit)
            throws InterruptedException {
        return executor instanceof FiberPool
                ? ((FiberPool) executor).awaitTermination(timeout, unit)
                : ((FiberScheduledPool) executor).awaitTermination(timeout, unit);
    }

    /** Waits until a future is complete or the time is over; says nothing about how. */
    @Suspendable
    static void awaitEnd(CompletableFuture<?> future, long nanos, boolean interruptible) {
        awaitEnd(future, nanos, interruptible, Stack.PINNED);
    }

    /** Leaf; a plain thread goes on at once and waits in the future's own way. */
    static void awaitEnd(
            CompletableFuture<?> future, long nanos, boolean interruptible, Stack stack) {
        StackReserve.claimForWait(stack);
        Fiber<?> fiber = Fiber.current();
        if (future.isDone() || fiber == null) {
            return;
        }
        Completion end = new Completion(fiber, interruptible);
        Waiter waiter = Waiter.begin(stack, future, end);
        end.waiter = waiter;
        Blocking.expect(fiber);
        future.whenComplete((value, thrown) -> end.arrive());
        if (nanos == Long.MAX_VALUE) {
            waiter.await(stack);
        } else {
            waiter.await(stack, nanos, null);
        }
    }

    /**
     * Stands between a future, which can't forget a callback, and a waiter, which is used again.
     */
    private static final class Completion implements CheckedCanceller {
        private final Fiber<?> fiber;
        private final boolean interruptible;
        private Waiter waiter;

        Completion(Fiber<?> fiber, boolean interruptible) {
            this.fiber = fiber;
            this.interruptible = interruptible;
        }

        void arrive() {
            Waiter w = take();
            if (w != null) {
                w.resume(null);
                Blocking.arrived(fiber);
            }
        }

        @Override
        public boolean withdraw(Waiter w) {
            boolean taken = interruptible && take() != null;
            if (taken) {
                Blocking.arrived(fiber);
            }
            return taken;
        }

        private synchronized Waiter take() {
            Waiter w = waiter;
            waiter = null;
            return w;
        }
    }
}
