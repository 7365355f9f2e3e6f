package dev.weft.time;

import dev.weft.channel.Channel;
import dev.weft.channel.ReceiveChannel;
import dev.weft.fiber.Alarm;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import dev.weft.woven.StackReserve;
import java.time.Duration;

/**
 * Delivers the time at regular intervals until it is stopped. A tick that finds the one before not
 * yet received is dropped: slow readers miss ticks, and the ticker never falls behind. Thread-safe.
 */
public final class Ticker implements AutoCloseable {
    private final Channel<Long> channel = Channel.buffered(1);
    private final Scheduler scheduler = Weft.currentScheduler();
    private final Alarm alarm = new Alarm(scheduler, this::tick);
    private volatile long period;

    private Ticker(Duration period) {
        reset(period);
    }

    /**
     * Starts a ticker on the current scheduler's clock.
     *
     * @param period the time between ticks; positive
     * @return a running ticker
     * @throws IllegalArgumentException when the period is not positive
     */
    public static Ticker every(Duration period) {
        return new Ticker(period);
    }

    /**
     * Ticks as a channel alone: to be passed to what takes channels. They end when the channel is
     * {@linkplain ReceiveChannel#cancel() cancelled}.
     *
     * @param period the time between ticks; positive
     * @return delivers the scheduler's time, in nanoseconds
     * @throws IllegalArgumentException when the period is not positive
     */
    public static ReceiveChannel<Long> channel(Duration period) {
        return new Ticker(period).channel;
    }

    /**
     * Where the ticks come.
     *
     * @return delivers the scheduler's time, in nanoseconds; never closed by the ticker; cancelling
     *     it ends the ticks
     */
    public ReceiveChannel<Long> channel() {
        return channel;
    }

    /**
     * Starts anew with another period; a tick that was not received is taken back.
     *
     * @param newPeriod the time between ticks, and until the next; positive
     * @throws IllegalArgumentException when the period is not positive
     */
    public void reset(Duration newPeriod) {
        long nanos = Timer.nanos(newPeriod);
        if (nanos <= 0) {
            throw new IllegalArgumentException("period must be positive: " + newPeriod);
        }
        StackReserve.claimTwice(); // else it might have been stopped only
        stop();
        period = nanos;
        alarm.start(nanos);
    }

    /**
     * Ends the ticks and takes back one that was not received. The channel stays open, as in Go.
     */
    public void stop() {
        alarm.stop();
        channel.poll();
    }

    /** {@link #stop()}. */
    @Override
    public void close() {
        stop();
    }

    private void tick() {
        if (channel.isClosed()) {
            return; // by a receiver: nobody will look at a tick any more
        }
        alarm.startAgain(period);
        channel.trySend(scheduler.time().nanoTime());
    }
}
