package dev.weft.actor;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.channel.Received;
import dev.weft.fiber.TimeSource;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * An actor's messages: an unlimited channel that anybody sends to, and those that its owner has
 * taken from it and passed over, in the order they came. Receiving is for the owner alone.
 */
final class Mailbox {
    private final Channel<Object> inbox = Channel.unlimited();

    /** Passed over by selective receives; only touched by the owner. */
    private final ArrayList<Object> saved = new ArrayList<>();

    boolean offer(Object message) {
        return inbox.offer(message);
    }

    /** The first message that is wanted; waits for it. One that the test fails on stays. */
    @Suspendable
    Object take(Predicate<Object> wanted) {
        Object message = takeSaved(wanted, 0);
        while (message == null) {
            saved.ensureCapacity(saved.size() + 1); // what has been received must have a place
            saved.add(inbox.receive());
            message = takeSaved(wanted, saved.size() - 1);
        }
        return message;
    }

    /** The same; null when none has come in time. */
    @Suspendable
    Object take(Predicate<Object> wanted, long nanos) {
        TimeSource clock = Weft.currentScheduler().time();
        long start = clock.nanoTime();
        Object message = takeSaved(wanted, 0);
        while (message == null) {
            saved.ensureCapacity(saved.size() + 1);
            Received<Object> next =
                    inbox.tryReceive(nanos - (clock.nanoTime() - start), TimeUnit.NANOSECONDS);
            if (!next.isValue()) {
                return null;
            }
            saved.add(next.get());
            message = takeSaved(wanted, saved.size() - 1);
        }
        return message;
    }

    @Suspendable
    Object take() {
        return saved.isEmpty() ? inbox.receive() : saved.remove(0);
    }

    int size() {
        return saved.size() + inbox.length();
    }

    /** By the owner. */
    void forget(Monitor monitor) {
        for (Object message = inbox.poll(); message != null; message = inbox.poll()) {
            saved.add(message);
        }
        saved.removeIf(m -> m instanceof Down && ((Down) m).monitor() == monitor);
    }

    /** Nobody will receive any more. */
    void close() {
        inbox.cancel();
        saved.clear();
    }

    /** The first that is wanted of those from {@code start} on; null when there is none. */
    private Object takeSaved(Predicate<Object> wanted, int start) {
        for (int i = start; i < saved.size(); i++) {
            Object message = saved.get(i);
            if (wanted.test(message)) {
                saved.remove(i);
                return message;
            }
        }
        return null;
    }
}
