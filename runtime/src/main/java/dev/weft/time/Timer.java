package dev.weft.time;

import dev.weft.SuspendableRunnable;
import dev.weft.channel.Channel;
import dev.weft.channel.ReceiveChannel;
import dev.weft.fiber.Alarm;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import dev.weft.woven.StackReserve;
import java.time.Duration;
import java.util.Objects;

/**
 * Something that happens once, later: a value in a channel, or a body in a fiber of its own. Runs
 * on the clock of the scheduler that it was made on (the shared one for plain threads); a
 * deterministic scheduler's clock is virtual.
 *
 * <p>After {@link #stop} or {@link #reset} no value of the earlier setting can be received (as in
 * Go since 1.23). Thread-safe.
 */
public final class Timer {
    private final Channel<Long> channel;
    private final Alarm alarm;

    private Timer(Scheduler scheduler, Channel<Long> channel, Runnable action) {
        this.channel = channel;
        this.alarm = new Alarm(scheduler, action);
    }

    /**
     * Starts a timer with a channel.
     *
     * @param delay from now; not positive means at once
     * @return a running timer
     */
    public static Timer of(Duration delay) {
        Scheduler scheduler = Weft.currentScheduler();
        Channel<Long> channel = Channel.buffered(1);
        Timer timer =
                new Timer(scheduler, channel, () -> channel.trySend(scheduler.time().nanoTime()));
        timer.reset(delay);
        return timer;
    }

    /**
     * A channel with one value, later.
     *
     * @param delay from now; not positive means at once
     * @return delivers the scheduler's time, in nanoseconds, when the delay is over
     */
    public static ReceiveChannel<Long> after(Duration delay) {
        return of(delay).channel();
    }

    /**
     * Runs a body in a new fiber, later.
     *
     * @param delay from now; not positive means at once
     * @param body not null
     * @return a running timer, whose {@link #stop} keeps the body from running
     */
    public static Timer afterFunc(Duration delay, SuspendableRunnable body) {
        Objects.requireNonNull(body, "body");
        Scheduler scheduler = Weft.currentScheduler();
        Timer timer = new Timer(scheduler, Channel.rendezvous(), () -> Weft.go(scheduler, body));
        timer.reset(delay);
        return timer;
    }

    /**
     * Where the value comes.
     *
     * @return delivers the scheduler's time, in nanoseconds; never anything for {@link #afterFunc}
     */
    public ReceiveChannel<Long> channel() {
        return channel;
    }

    /**
     * Stops the timer, and takes back a value that was not received.
     *
     * @return whether it was running
     */
    public boolean stop() {
        StackReserve.claim();
        boolean running = alarm.stop();
        channel.poll();
        return running;
    }

    /**
     * Starts the timer anew, and takes back a value that was not received.
     *
     * @param delay from now; not positive means at once
     * @return whether it was running
     */
    public boolean reset(Duration delay) {
        StackReserve.claimTwice(); // else it might have been stopped only
        long nanos = nanos(delay);
        boolean running = stop();
        alarm.start(nanos);
        return running;
    }

    /** Saturates where the duration does not fit. */
    static long nanos(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException tooLong) {
            return duration.isNegative() ? 0 : Long.MAX_VALUE;
        }
    }
}
