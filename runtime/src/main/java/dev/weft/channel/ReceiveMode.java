package dev.weft.channel;

import dev.weft.fiber.Waiter;

/**
 * How a waiting receiver wants its outcome, when not as {@code receive()} does (the bare value, or
 * an exception): travels in its waiter's {@code item}. Called after the channel's lock was given
 * back.
 */
abstract class ReceiveMode {
    /** The bare value; null when closed. Closed with a cause throws. */
    static final ReceiveMode NULLABLE =
            new ReceiveMode() {
                @Override
                void value(Waiter waiter, Object value) {
                    waiter.resume(value);
                }

                @Override
                void closed(Waiter waiter, Closing closing) {
                    if (closing.cause == null) {
                        waiter.resume(null);
                    } else {
                        waiter.fail(closing.onReceive());
                    }
                }
            };

    /** A {@link Received}. */
    static final ReceiveMode RESULT =
            new ReceiveMode() {
                @Override
                void value(Waiter waiter, Object value) {
                    waiter.resume(Received.of(value));
                }

                @Override
                void closed(Waiter waiter, Closing closing) {
                    waiter.resume(Received.closed(closing.cause));
                }
            };

    void deliver(Waiter waiter, Object value) {
        if (value instanceof Thrown) {
            waiter.fail(((Thrown) value).exception);
        } else {
            value(waiter, value);
        }
    }

    abstract void value(Waiter waiter, Object value);

    abstract void closed(Waiter waiter, Closing closing);
}
