package dev.weft.sync;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * The lines of docs/channels.md about locks and the like, as {@code ChannelVisibility} has those about channels: the
 * variable {@code x} is plain; 0 would mean that it was not seen.
 */
public final class SyncVisibility {
    private SyncVisibility() {}

    /** A release happens before the acquire that it lets go on. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE)
    @State
    public static class ReleaseBeforeAcquire {
        private final Semaphore semaphore = new Semaphore(0);
        private int x;

        @Actor
        public void releaser() {
            x = 1;
            semaphore.releasePermit();
        }

        @Actor
        public void acquirer(I_Result r) {
            semaphore.acquirePermit();
            r.r1 = x;
        }
    }

    /** Setting an event happens before the end of a wait for it. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE)
    @State
    public static class SetBeforeAwait {
        private final Event event = new Event();
        private int x;

        @Actor
        public void setter() {
            x = 1;
            event.set();
        }

        @Actor
        public void waiter(I_Result r) {
            event.await();
            r.r1 = x;
        }
    }

    /** Counting a latch down happens before the end of a wait for it. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE)
    @State
    public static class CountDownBeforeAwait {
        private final Latch latch = new Latch(1);
        private int x;

        @Actor
        public void counter() {
            x = 1;
            latch.countDown();
        }

        @Actor
        public void waiter(I_Result r) {
            latch.await();
            r.r1 = x;
        }
    }

    /** Work that is done happens before the end of a wait for its group. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE)
    @State
    public static class DoneBeforeAwait {
        private final WaitGroup group = new WaitGroup();
        private int x;

        /** Counts it. */
        public DoneBeforeAwait() {
            group.add(1);
        }

        @Actor
        public void worker() {
            x = 1;
            group.done();
        }

        @Actor
        public void waiter(I_Result r) {
            group.await();
            r.r1 = x;
        }
    }

    /** Completing a promise happens before the get that has its result. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE)
    @State
    public static class CompleteBeforeGet {
        private final Promise<Integer> promise = new Promise<>();
        private int x;

        @Actor
        public void completer() {
            x = 1;
            promise.complete(7);
        }

        @Actor
        public void getter(I_Result r) {
            promise.get();
            r.r1 = x;
        }
    }

    /** A signal, under its lock, happens before the end of the wait that it ends. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE)
    @State
    public static class SignalBeforeWaitEnds {
        private final Mutex mutex = new Mutex();
        private final Cond cond = mutex.newCond();
        private boolean told;
        private int x;

        @Actor
        public void signaller() {
            x = 1;
            mutex.lock();
            told = true;
            cond.signal();
            mutex.unlock();
        }

        @Actor
        public void waiter(I_Result r) {
            mutex.lock();
            while (!told) {
                cond.awaitUninterruptibly();
            }
            mutex.unlock();
            r.r1 = x;
        }
    }

    /** Whoever gets a value that is computed once sees what the computation did. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE)
    @State
    public static class ComputedBeforeGet {
        private final OnceValue<Integer> value = new OnceValue<>(this::compute);
        private int x;

        private Integer compute() {
            x++;
            return 7;
        }

        @Actor
        public void one(II_Result r) {
            value.get();
            r.r1 = x;
        }

        @Actor
        public void two(II_Result r) {
            value.get();
            r.r2 = x;
        }
    }

    /** A writer's unlock happens before the lock of the readers that come after it. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "came first")
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE)
    @State
    public static class WriteBeforeRead {
        private final RWMutex mutex = new RWMutex();
        private int x;
        private int y;

        @Actor
        public void writer() {
            mutex.lockWrite();
            x = 1;
            y = 1;
            mutex.unlockWrite();
        }

        @Actor
        public void reader(II_Result r) {
            mutex.lockRead();
            r.r1 = x;
            r.r2 = y;
            mutex.unlockRead();
        }
    }
}
