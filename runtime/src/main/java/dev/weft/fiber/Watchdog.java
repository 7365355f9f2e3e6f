package dev.weft.fiber;

import java.util.concurrent.TimeUnit;

/**
 * Finds carriers that have been in one turn for long: a computation, or a call that blocks and that
 * nobody marked. While fibers are queued and no carrier is idle it adds one for each stuck carrier,
 * so that as many as were asked for go on; when fewer are stuck, the next carrier that runs out of
 * work is dropped. A thread that waits to enter a monitor, which no stand-in knows of, is taken for
 * stuck after a millisecond instead of twenty. A turn that lasts longer still goes to the pin
 * report ({@link Pins}), and once a site to {@link Weft#onStuck}. Run by the {@link Watcher}'s
 * thread alone.
 *
 * <p>Whether a turn is the same one is told by the carrier's counter of turns; nothing is done for
 * this while fibers run.
 */
final class Watchdog {
    private static final long STUCK_NANOS = millis("weft.stuck.millis", 20);
    private static final long REPORT_NANOS = millis("weft.stuck.report.millis", 1000);

    /**
     * As {@link #STUCK_NANOS}, where the thread waits to enter a monitor: that is no computation,
     * and whoever comes next will often want the same one.
     */
    private static final long BLOCKED_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /**
     * What one look adds at most to the time that is reported: on a machine that lets this thread
     * wait, carriers wait for a processor as well, and nothing is wrong with what they run.
     */
    private static final long LONGEST_GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    /** Carriers added to one scheduler at most. */
    static final int MAX_ADDED = Integer.getInteger("weft.stuck.carriers", 256);

    private final StealingScheduler scheduler;
    private final Crew crew;

    Watchdog(StealingScheduler scheduler, Crew crew) {
        this.scheduler = scheduler;
        this.crew = crew;
    }

    private static long millis(String property, long otherwise) {
        return TimeUnit.MILLISECONDS.toNanos(Long.getLong(property, otherwise));
    }

    /** Looks at all carriers once. Returns whether one was added. */
    boolean look() {
        long now = System.nanoTime();
        int stuck = 0;
        for (Carrier carrier : scheduler.carriers()) {
            if (carrier.turn.isStuck(carrier, now)) {
                stuck++;
            }
        }
        crew.keepAtMost(Math.min(stuck, MAX_ADDED));
        boolean needed = stuck > crew.added() && crew.added() < MAX_ADDED;
        if (!needed || crew.hasIdle() || !scheduler.hasWork()) {
            return false;
        }
        crew.addCarrier();
        return true;
    }

    /** What the watchdog knows of a carrier's present turn; only touched by it. */
    static final class Turn {
        private int number;
        private long since;
        private long last;
        private long seen;
        private boolean busy;
        private PinSite site;
        private long reported;

        /** Whether the carrier has been in one turn for long. Reports it when for longer. */
        boolean isStuck(Carrier carrier, long now) {
            CarrierThread holder = carrier.holder;
            int current = carrier.turnsSeen();
            boolean running = holder != null && holder.context.current != null;
            if (!running || !busy || current != number) {
                number = current;
                since = now;
                last = now;
                seen = 0;
                busy = running;
                site = null;
                return false;
            }
            long nanos = now - since;
            seen += Math.min(now - last, LONGEST_GAP_NANOS);
            last = now;
            if (seen >= REPORT_NANOS) {
                report(carrier, holder, nanos);
            }
            return STUCK_NANOS > 0 && (nanos >= STUCK_NANOS || waitsForMonitor(holder, nanos));
        }

        private static boolean waitsForMonitor(Thread holder, long nanos) {
            return nanos >= BLOCKED_NANOS && holder.getState() == Thread.State.BLOCKED;
        }

        private void report(Carrier carrier, CarrierThread holder, long nanos) {
            if (site == null) {
                StackTraceElement[] stack = holder.getStackTrace();
                if (carrier.turnsSeen() != number) {
                    return; // it went on meanwhile: that is another turn's stack
                }
                site = Pins.stuck(stack, nanos);
                reported = nanos;
            } else {
                site.add(0, nanos - reported);
                reported = nanos;
            }
        }
    }
}
