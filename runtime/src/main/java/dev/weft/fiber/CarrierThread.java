package dev.weft.fiber;

/** A thread of a {@link StealingScheduler}. It runs fibers while it holds a carrier. */
final class CarrierThread extends Thread {
    final Context context;

    /** What it holds; null while it rests, and while its pinned fiber blocks. */
    volatile Carrier carrier;

    /**
     * Whether it is counted among those that look for work; confined to the thread that starts it,
     * then to it.
     */
    boolean searching;

    /** Whether it waits for the outside; whoever gives it a carrier then ends that. */
    volatile boolean polling;

    /** The one that rests longer, in the {@link Resting} that this one is in. */
    CarrierThread below;

    /** Whether it is in that list; guarded by the {@link Crew}. */
    boolean rests;

    /** Whether what it stole last was announced by a waker that goes on; confined to it. */
    boolean eager;

    /** State of its random choices. */
    private int random;

    private final StealingScheduler scheduler;

    CarrierThread(StealingScheduler scheduler, int number) {
        super(null, null, "weft-carrier-" + number, 0, false);
        this.scheduler = scheduler;
        this.context = new Context(scheduler);
        this.random = number * 0x9E3779B9 | 1;
        setDaemon(true);
        // not the one that the creating thread happens to have: it may be a fiber's
        setContextClassLoader(ClassLoader.getSystemClassLoader());
    }

    @Override
    public void run() {
        boolean needed;
        do {
            try {
                needed = runUntilIdle();
            } catch (OutOfMemoryError passing) {
                needed = true; // nothing was taken; look again
            } catch (Throwable bug) {
                Uncaught.tell(bug); // of a timer, say; the fibers queued here must not pay for it
                needed = true;
            }
        } while (needed);
    }

    private boolean runUntilIdle() {
        Carrier held = carrier;
        while (held != null) {
            Fiber<?> fiber = scheduler.find(this, held);
            if (fiber != null) {
                runTurn(fiber);
            }
            held = carrier;
        }
        return scheduler.rest(this);
    }

    /** A pseudo-random number from 0 to bound - 1 (xorshift). */
    int random(int bound) {
        int x = random;
        x ^= x << 13;
        x ^= x >>> 17;
        x ^= x << 5;
        random = x;
        return (x >>> 1) % bound;
    }

    private void runTurn(Fiber<?> fiber) {
        try {
            scheduler.runTurn(fiber, context);
        } catch (Throwable bug) {
            Uncaught.tell(bug);
        }
        if (isInterrupted()) {
            interrupted(); // by whoever: it was not meant for the fiber that comes next
        }
    }
}
