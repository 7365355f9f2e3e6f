package dev.weft.net;

import dev.weft.fiber.Fiber;
import dev.weft.woven.Resumer;
import dev.weft.woven.Stack;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.util.List;

/**
 * A fiber's read of a socket that waits for input: what a server's connections are doing nearly all
 * the time, so it is one small object. It is the node in the list of who waits, and the frame that
 * makes the read when the wait has ended; woven methods would need a frame each, and the node.
 * Confined to its fiber but for the node's part.
 */
class PendingRead extends Wait {
    private static final Resumer RESUMER = (frame, stack) -> ((PendingRead) frame).resume(stack);

    private static final List<StackTraceElement> SHOWN =
            List.of(
                    new StackTraceElement(
                            SocketInput.class.getName(), "read", "SocketInput.java", -1));

    private final Connection connection;
    private final byte[] bytes;
    private final int from;
    private final int length;

    private PendingRead(Connection connection, byte[] bytes, int from, int length) {
        super(RESUMER, SelectionKey.OP_READ);
        this.connection = connection;
        this.bytes = bytes;
        this.from = from;
        this.length = length;
    }

    /** Not begun yet; {@code millis} is 0 or how long it may wait. */
    static PendingRead of(Connection connection, byte[] bytes, int from, int length, int millis) {
        return millis == 0
                ? new PendingRead(connection, bytes, from, length)
                : new Timed(connection, bytes, from, length, millis);
    }

    /** Suspends the fiber, or returns what {@code read} does. */
    final int begin(Stack stack) throws IOException {
        while (!waits(stack)) {
            int n = connection.attempt(bytes, from, length);
            if (n != 0) {
                return n;
            }
        }
        stack.push(this);
        return 0;
    }

    /** False when there is nothing to wait for. */
    private boolean waits(Stack stack) {
        long nanos = nanosLeft();
        if (!connection.beginRead(this, stack)) {
            return false;
        }
        Readiness.await(this, nanos, stack);
        return true;
    }

    private void resume(Stack stack) throws Throwable {
        try {
            stack.rethrow();
        } catch (InterruptedException e) {
            throw connection.interrupted();
        }
        boolean late = stack.takeRef() == Readiness.LATE;
        int n = connection.attempt(bytes, from, length);
        while (n == 0) {
            if (late) {
                throw Connection.timedOut();
            }
            if (waits(stack)) {
                stack.push(this, point);
                return;
            }
            n = connection.attempt(bytes, from, length);
        }
        stack.prim = n;
    }

    /** As waits count: {@link Long#MAX_VALUE} is for ever. */
    long nanosLeft() {
        return Long.MAX_VALUE;
    }

    @Override
    final Fiber<?> fiber() {
        return (Fiber<?>) waiter.caller();
    }

    /** Its method, for dumps: a resumer that the weaver did not make has no name of its own. */
    @Override
    protected final List<StackTraceElement> driven() {
        return SHOWN;
    }

    /** One that may be late. */
    private static final class Timed extends PendingRead {
        private final int millis;
        private final long deadline;

        Timed(Connection connection, byte[] bytes, int from, int length, int millis) {
            super(connection, bytes, from, length);
            this.millis = millis;
            this.deadline = Connection.deadline(millis);
        }

        @Override
        long nanosLeft() {
            return Connection.left(millis, deadline);
        }
    }
}
