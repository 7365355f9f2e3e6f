package dev.weft.reactive;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Weft;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One subscriber's fiber: takes a value, waits until it is asked for, hands it on. All signals come
 * from this fiber, one after the other, as the rules of reactive streams want it.
 */
final class FlowSubscription<T> implements Flow.Subscription {
    private final Flow.Subscriber<? super T> subscriber;
    private final Source<? extends T> source;
    private final AtomicLong wanted = new AtomicLong();
    private volatile boolean cancelled;
    private volatile Throwable refused;

    /** Null until the subscriber has got its subscription. */
    private volatile Fiber<Void> fiber;

    private FlowSubscription(Flow.Subscriber<? super T> subscriber, Source<? extends T> source) {
        this.subscriber = Objects.requireNonNull(subscriber, "subscriber");
        this.source = source;
    }

    static <T> void start(Flow.Subscriber<? super T> subscriber, Source<? extends T> source) {
        FlowSubscription<T> subscription = new FlowSubscription<>(subscriber, source);
        subscriber.onSubscribe(subscription);
        if (!subscription.cancelled) {
            subscription.fiber = Weft.go(subscription::run);
            if (subscription.cancelled) {
                subscription.fiber.cancel();
            }
        }
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            refused = new IllegalArgumentException("request must be positive: " + n);
        } else {
            wanted.accumulateAndGet(n, FlowSubscription::addCapped);
        }
        Fiber<Void> running = fiber;
        if (running != null) {
            running.unpark();
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        Fiber<Void> running = fiber;
        if (running != null) {
            running.cancel();
        }
    }

    private static long addCapped(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    @Suspendable
    private void run() {
        try {
            for (T value = source.next(); value != null; value = source.next()) {
                awaitRequest();
                if (cancelled || refused != null) {
                    break;
                }
                subscriber.onNext(value);
            }
        } catch (Throwable thrown) {
            if (!cancelled) {
                subscriber.onError(thrown);
            }
            return;
        }
        if (refused != null && !cancelled) {
            subscriber.onError(refused);
        } else if (!cancelled) {
            subscriber.onComplete();
        }
    }

    @Suspendable
    private void awaitRequest() {
        while (wanted.get() == 0 && !cancelled && refused == null) {
            Weft.park();
        }
        if (wanted.get() != Long.MAX_VALUE) {
            wanted.getAndUpdate(w -> w == 0 || w == Long.MAX_VALUE ? w : w - 1);
        }
    }
}
