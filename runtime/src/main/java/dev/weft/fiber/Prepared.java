package dev.weft.fiber;

import dev.weft.FiberCancelledException;
import dev.weft.woven.StackReserve;

/**
 * The classes that are first needed in the middle of something, or when something has gone wrong:
 * initialised with the first scheduler. A class whose initialisation gets no memory, or no stack,
 * can't be used until the JVM ends.
 */
final class Prepared {
    static final Class<?>[] CLASSES = {
        SpinLocked.class,
        WaitQueue.class,
        Waiter.class,
        WaitTimeout.class,
        ThreadWaits.class,
        ThreadWaits.Failure.class,
        Parks.class,
        Joiners.class,
        Extras.class,
        HandOff.class,
        Pins.class,
        PinSearch.class,
        PinReason.class,
        PinSite.class,
        Sneaky.class,
        UncaughtHandler.class,
        Uncaught.class,
        FiberCancelledException.class,
    };

    private static volatile boolean done;

    private Prepared() {}

    /** Does it once. */
    static void ensure() {
        if (!done) {
            StackReserve.claimMost();
            for (Class<?> type : CLASSES) {
                initialise(type);
            }
            done = true;
        }
    }

    private static void initialise(Class<?> type) {
        try {
            Class.forName(type.getName(), true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new LinkageError(type.getName(), e);
        }
    }
}
