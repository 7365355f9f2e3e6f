package dev.weft.actor;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.channel.Received;
import dev.weft.fiber.TimeSource;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * An actor's messages: an unlimited channel that anybody sends to, and those that its owner has
 * taken from it and passed over, in the order they came. Receiving is for the owner alone.
 */
final class Mailbox {
    private static final Predicate<Object> ANY = m -> true;

    private final Channel<Object> inbox = Channel.unlimited();

    /** Passed over by selective receives; only touched by the owner. */
    private final List<Object> saved = new ArrayList<>();

    boolean offer(Object message) {
        return inbox.offer(message);
    }

    /** The first message that is wanted; waits for it. */
    @Suspendable
    Object take(Predicate<Object> wanted) {
        Object message = takeSaved(wanted);
        while (message == null) {
            Object next = inbox.receive();
            if (wanted.test(next)) {
                message = next;
            } else {
                saved.add(next);
            }
        }
        return message;
    }

    /** The same; null when none has come in time. */
    @Suspendable
    Object take(Predicate<Object> wanted, long nanos) {
        TimeSource clock = Weft.currentScheduler().time();
        long start = clock.nanoTime();
        Object message = takeSaved(wanted);
        while (message == null) {
            Received<Object> next =
                    inbox.tryReceive(nanos - (clock.nanoTime() - start), TimeUnit.NANOSECONDS);
            if (!next.isValue()) {
                return null;
            }
            if (wanted.test(next.get())) {
                message = next.get();
            } else {
                saved.add(next.get());
            }
        }
        return message;
    }

    @Suspendable
    Object take() {
        return take(ANY);
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

    private Object takeSaved(Predicate<Object> wanted) {
        for (Iterator<Object> all = saved.iterator(); all.hasNext(); ) {
            Object message = all.next();
            if (wanted.test(message)) {
                all.remove();
                return message;
            }
        }
        return null;
    }
}
