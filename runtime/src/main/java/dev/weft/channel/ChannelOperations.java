package dev.weft.channel;

import dev.weft.fiber.Weft;
import dev.weft.woven.Stack;
import java.util.Objects;

/**
 * The forms of send and receive, on bare items: a value, or an exception that travels as {@link
 * Thrown}. Methods that take a {@link Stack} are leaves or call one last.
 */
abstract class ChannelOperations extends ChannelCore {
    static final long FOR_EVER = -1;

    ChannelOperations(Buffer buffer) {
        super(buffer);
    }

    final void sendItem(Object value, Stack stack) {
        if (buffer == null && looksFull() && awaitTakerLate(stack, value)) {
            return;
        }
        boolean yields = preference() == Preference.RECEIVER_FIRST.ordinal();
        int lock = acquire();
        if (yields && receivers != null) {
            sendAndYield(value, stack, lock);
            return;
        }
        SendResult result = pass(value, lock);
        if (result == SendResult.FULL) {
            awaitTaker(stack, value, FOR_EVER);
        } else if (result == SendResult.CLOSED) {
            throw closingNow().onSend();
        }
    }

    /** A receiver waits; the lock is held. */
    private void sendAndYield(Object value, Stack stack, int lock) {
        SendResult result = pass(value, lock);
        if (result == SendResult.FULL) {
            awaitTaker(
                    stack, value,
                    FOR_EVER); // what looked like a receiver was a select that had won elsewhere
        } else if (result == SendResult.CLOSED) {
            throw closingNow().onSend();
        } else {
            Weft.yield(stack);
        }
    }

    final SendResult trySendItem(Object value) {
        Objects.requireNonNull(value, "value");
        if (looksFull()) {
            return SendResult.FULL;
        }
        int lock = acquire();
        SendResult result = pass(value, lock);
        if (result == SendResult.FULL) {
            release(lock);
        }
        return result;
    }

    final SendResult trySendItem(Object value, long nanos, Stack stack) {
        if (nanos <= 0) {
            return trySendItem(value);
        }
        Objects.requireNonNull(value, "value");
        int lock = acquire();
        SendResult result = pass(value, lock);
        return result == SendResult.FULL ? (SendResult) awaitTaker(stack, value, nanos) : result;
    }

    final Object receiveItem(Stack stack) {
        if (isFinished()) {
            throw closing().onReceive();
        }
        if (buffer == null && looksEmpty() && awaitValueLate(stack, null)) {
            return null;
        }
        boolean yields = preference() == Preference.SENDER_FIRST.ordinal();
        int lock = acquire();
        if (yields && senders != null) {
            return receiveAndYield(stack, lock);
        }
        Object value = pull(lock);
        if (value == null) {
            return closingOrAwait(null, stack);
        }
        return Thrown.open(value);
    }

    /** A sender waits; the lock is held. */
    private Object receiveAndYield(Stack stack, int lock) {
        Object value = pull(lock);
        if (value == null) {
            return closingOrAwait(null, stack);
        }
        Object opened = Thrown.open(value);
        if (stack.canSuspend() && stack.root().canSuspend()) {
            stack.root().ref = opened; // where the suspended caller looks for it
        }
        Weft.yield(stack);
        return opened;
    }

    private Object closingOrAwait(ReceiveMode mode, Stack stack) {
        Closing how = closing();
        if (how == null) {
            return awaitValue(stack, mode, FOR_EVER, null);
        }
        release();
        throw how.onReceive();
    }

    final Object receiveOrNull(long nanos, Stack stack) {
        if (isFinished()) {
            return nullOrCause(closing());
        }
        if (nanos < 0 && awaitNullableLate(stack)) {
            return null;
        }
        int lock = acquire();
        Object value = pull(lock);
        if (value != null) {
            return Thrown.open(value);
        }
        Closing how = closing();
        if (how == null) {
            return awaitValue(stack, ReceiveMode.NULLABLE, nanos, null);
        }
        release();
        return nullOrCause(how);
    }

    private boolean awaitNullableLate(Stack stack) {
        return buffer == null && looksEmpty() && awaitValueLate(stack, ReceiveMode.NULLABLE);
    }

    private static Object nullOrCause(Closing how) {
        if (how.cause != null) {
            throw how.onReceive();
        }
        return null;
    }

    final Object pollItem() {
        if (looksEmpty() || isFinished()) {
            return null;
        }
        int lock = acquire();
        Object value = pull(lock);
        if (value == null) {
            release(lock);
            return null;
        }
        return Thrown.open(value);
    }

    final Object tryReceiveItem() {
        Object value = pollItem();
        if (value != null) {
            return Received.of(value);
        }
        return isOver() ? Received.closed(closingNow().cause) : Received.empty();
    }

    final Object tryReceiveItem(long nanos, Stack stack) {
        if (nanos <= 0) {
            return tryReceiveItem();
        }
        int lock = acquire();
        Object value = pull(lock);
        if (value != null) {
            return Received.of(Thrown.open(value));
        }
        Closing how = closing();
        if (how == null) {
            return awaitValue(stack, ReceiveMode.RESULT, nanos, Received.empty());
        }
        release();
        return Received.closed(how.cause);
    }

    /** For the iterator: fetches its next value; false at the end. */
    final boolean advance(ChannelIterator<?> iterator, Stack stack) {
        if (buffer == null && looksEmpty() && awaitValueLate(stack, iterator)) {
            return false;
        }
        int lock = acquire();
        Object value = pull(lock);
        if (value != null) {
            iterator.keep(value);
            return true;
        }
        Closing how = closing();
        if (how == null) {
            awaitValue(stack, iterator, FOR_EVER, null);
            return iterator.hasTaken();
        }
        release();
        if (how.cause != null) {
            throw how.onReceive();
        }
        return false;
    }

    /** How many values can be buffered. */
    final int bound() {
        return buffer == null ? 0 : buffer.capacity;
    }

    /** What dumps show. */
    @Override
    public final String toString() {
        String id = Integer.toHexString(System.identityHashCode(this));
        String end = closingNow() == null ? "]" : ", closed]";
        return "Channel@" + id + "[" + buffered() + "/" + bound() + end;
    }

    /** Closed, and nothing left. */
    final boolean isOver() {
        return closingNow() != null && buffered() == 0;
    }
}
