package dev.weft.fiber;

import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * One helper thread for all fibers that wait for the same thing of one object: the takers of a
 * queue, those who wait for a latch. It makes their calls one after the other, first come, first
 * served, in the JDK's own way, and resumes each fiber with the outcome; so it agrees with plain
 * threads at the same object, and ten thousand takers cost one thread. It exists while somebody
 * waits.
 *
 * <p>A fiber that is cancelled, interrupted or late leaves the queue; when it is the one whose call
 * is being made, the thread is interrupted, and the outcome of the call, either an item that it had
 * taken already or an InterruptedException, ends the wait. So nothing taken is lost.
 *
 * <p>Guarded by its own monitor; created and removed under the table's lock of its key.
 */
final class Attendant implements Runnable {
    private static final ConcurrentMap<Key, Attendant> TABLE = new ConcurrentHashMap<>();

    private final Key key;
    private final ArrayDeque<Request> requests = new ArrayDeque<>();
    private Thread thread;
    private Request served;

    private Attendant(Key key) {
        this.key = key;
    }

    /** The last act of a leaf. */
    static Object await(Key key, Request request, Stack stack, long nanos) {
        StackReserve.claimForWait(stack);
        Waiter waiter = Waiter.begin(stack, key.object, request);
        request.waiter = waiter;
        Blocking.expect(request.fiber);
        Attendant[] fresh = new Attendant[1];
        TABLE.compute(
                key,
                (k, there) -> {
                    Attendant attendant = there;
                    if (attendant == null) {
                        attendant = new Attendant(k);
                        fresh[0] = attendant;
                    }
                    attendant.enqueue(request);
                    return attendant;
                });
        if (fresh[0] != null) {
            BlockingThreads.execute(fresh[0]);
        }
        return nanos == Long.MAX_VALUE
                ? waiter.await(stack)
                : waiter.await(stack, nanos, request.late);
    }

    @Override
    public void run() {
        for (Request request = first(); request != null; request = first()) {
            serve(request);
        }
    }

    private synchronized void enqueue(Request request) {
        request.attendant = this;
        requests.add(request);
    }

    /** The next to serve; null when nobody waits and this attendant is no longer in the table. */
    private Request first() {
        Request next = next();
        if (next == null) {
            TABLE.computeIfPresent(key, (k, there) -> there == this && isIdle() ? null : there);
            next = next();
        }
        return next;
    }

    private synchronized boolean isIdle() {
        return requests.isEmpty();
    }

    private synchronized Request next() {
        thread = Thread.currentThread();
        served = requests.poll();
        return served;
    }

    private void serve(Request request) {
        Object value = null;
        Throwable thrown = null;
        try {
            value = request.call.call();
        } catch (Throwable t) {
            thrown = t;
        }
        synchronized (this) {
            served = null;
            Thread.interrupted();
        }
        request.end(value, thrown);
    }

    private synchronized boolean withdraw(Request request) {
        if (served == request) {
            if (!request.interrupted) {
                request.interrupted = true;
                thread.interrupt();
            }
            return false;
        }
        return requests.remove(request);
    }

    /** What is waited for: an object, by identity, and the way. */
    static final class Key {
        private final Object object;
        private final String way;

        Key(Object object, String way) {
            this.object = object;
            this.way = way;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Key && ((Key) o).object == object && ((Key) o).way.equals(way);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object) * 31 + way.hashCode();
        }
    }

    /** One fiber's call. */
    static final class Request implements CheckedCanceller {
        private final Fiber<?> fiber;
        private final Blocking.Call<?> call;
        private final Object late;
        private final long deadline;
        private final boolean timed;
        private Waiter waiter;
        private Attendant attendant;
        private boolean interrupted;

        Request(Fiber<?> fiber, Blocking.Call<?> call, long nanos, Object late) {
            this.fiber = fiber;
            this.call = call;
            this.late = late;
            timed = nanos != Long.MAX_VALUE;
            deadline = fiber.scheduler.time().nanoTime() + Math.min(nanos, Long.MAX_VALUE >> 1);
        }

        @Override
        public boolean withdraw(Waiter w) {
            boolean left = attendant.withdraw(this);
            if (left) {
                Blocking.arrived(fiber);
            }
            return left;
        }

        @Override
        public boolean isFromOutside() {
            return true;
        }

        void end(Object value, Throwable thrown) {
            deliver(value, thrown);
            Blocking.arrived(fiber);
        }

        private void deliver(Object value, Throwable thrown) {
            if (thrown == null) {
                waiter.resume(value);
            } else if (!(thrown instanceof InterruptedException)) {
                waiter.fail(thrown);
            } else if (Parking.isInterrupting(fiber.flags)) {
                waiter.fail(interruption(Parking.takeInterrupt(fiber)));
            } else if (timed && fiber.scheduler.time().nanoTime() - deadline >= 0) {
                waiter.resume(late);
            } else {
                waiter.fail(thrown);
            }
        }
    }
}
