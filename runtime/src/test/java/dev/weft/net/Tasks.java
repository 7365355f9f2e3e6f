package dev.weft.net;

import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Weft;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Starts something beside the caller, as a thread or a fiber, and interrupts it. */
enum Tasks {
    THREADS {
        @Override
        <T> Task<T> start(SuspendableCallable<T> body) {
            return new OfThread<>(body);
        }

        @Override
        boolean interrupted() {
            return Thread.interrupted();
        }

        @Override
        void interruptSelf() {
            Thread.currentThread().interrupt();
        }
    },
    FIBERS {
        @Override
        <T> Task<T> start(SuspendableCallable<T> body) {
            return new OfFiber<>(Weft.go(body));
        }

        @Override
        boolean interrupted() {
            return dev.weft.fiber.Blocking.takeInterrupt(Fiber.current());
        }

        @Override
        void interruptSelf() {
            Fiber.current().interrupt();
        }
    };

    abstract <T> Task<T> start(SuspendableCallable<T> body);

    /** Whether the caller has been interrupted; it is not any more. */
    abstract boolean interrupted();

    abstract void interruptSelf();

    private static final Set<String> NATIVE =
            Set.of(
                    "poll",
                    "wait", // of a selector
                    "read0",
                    "readv0",
                    "write0",
                    "writev0",
                    "accept",
                    "accept0",
                    "receive0",
                    "socketRead0"); // of JDK 11's sockets

    /** What was started. */
    interface Task<T> {
        /** Waits until it waits for a channel. */
        @Suspendable
        void awaitBlocked();

        void interrupt();

        /** Its result; throws what it threw. */
        @Suspendable
        T get() throws Exception;
    }

    private static final class OfThread<T> implements Task<T> {
        private final FutureTask<T> task;
        private final Thread thread;

        OfThread(SuspendableCallable<T> body) {
            task = new FutureTask<>(() -> body.call());
            thread = new Thread(task);
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void awaitBlocked() {
            while (!task.isDone() && !isBlocked()) {
                Thread.yield();
            }
        }

        /** In the JDK's channels a thread waits in a native method. */
        private boolean isBlocked() {
            StackTraceElement[] stack = thread.getStackTrace();
            return stack.length > 0
                    && stack[0].isNativeMethod()
                    && (thread.getState() == Thread.State.WAITING
                            || NATIVE.contains(stack[0].getMethodName()));
        }

        @Override
        public void interrupt() {
            thread.interrupt();
        }

        @Override
        public T get() throws Exception {
            try {
                return task.get();
            } catch (ExecutionException e) {
                throw cause(e);
            }
        }
    }

    private static final class OfFiber<T> implements Task<T> {
        private final Fiber<T> fiber;

        OfFiber(Fiber<T> fiber) {
            this.fiber = fiber;
        }

        @Override
        @Suspendable
        public void awaitBlocked() {
            while (fiber.state() != Fiber.State.WAITING && fiber.state() != Fiber.State.DONE) {
                Weft.yield();
            }
        }

        @Override
        public void interrupt() {
            fiber.interrupt();
        }

        @Override
        @Suspendable
        public T get() throws Exception {
            try {
                return fiber.join();
            } catch (CompletionException e) {
                throw cause(e);
            }
        }
    }

    private static Exception cause(Exception e) {
        return e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
    }
}
