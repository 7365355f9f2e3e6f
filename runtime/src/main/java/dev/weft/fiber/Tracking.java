package dev.weft.fiber;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Which fibers a scheduler has, for dumps. Referred to weakly, so that an abandoned fiber stays
 * garbage. Adding is one weak reference and an uncontended lock; the list is swept when it has
 * doubled. On for single-threaded and deterministic schedulers, whose "all asleep" lists every
 * fiber; elsewhere only when asked for ({@link Weft#track}).
 *
 * <p>Thread-safe.
 */
final class Tracking {
    /** Whether waits note when they began. */
    static final boolean WAITS = Boolean.getBoolean("weft.track.waits");

    /** Whether fibers note the line that starts them. */
    private static final boolean SPAWNS = Boolean.getBoolean("weft.track.spawns");

    /** All fibers of all schedulers are tracked. */
    static volatile boolean all = Boolean.getBoolean("weft.track");

    private static final Set<Tracking> REGISTRIES =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private static final int SMALLEST_SWEEP = 64;

    static {
        if (Boolean.getBoolean("weft.jmx")
                || Boolean.getBoolean("weft.handoffs")
                || System.getProperty("weft.detector.millis") != null
                || System.getProperty("weft.dump.signal") != null) {
            installDiagnosis();
        }
    }

    private final boolean always;
    private ArrayList<WeakReference<Fiber<?>>> fibers = new ArrayList<>();
    private int sweepAt = SMALLEST_SWEEP;

    Tracking(boolean always) {
        this.always = always;
        REGISTRIES.add(this);
    }

    /**
     * Every tracked fiber of the process that has not ended; those of one scheduler oldest first.
     */
    static List<Fiber<?>> everywhere() {
        List<Fiber<?>> live = new ArrayList<>();
        synchronized (REGISTRIES) {
            REGISTRIES.forEach(r -> live.addAll(r.live()));
        }
        return live;
    }

    /** By name, because that package is on top of this one. */
    private static void installDiagnosis() {
        try {
            Class.forName("dev.weft.diagnosis.Diagnosis").getMethod("install").invoke(null);
        } catch (ReflectiveOperationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            System.err.println("weft: no diagnosis from outside: " + cause);
        }
    }

    void add(Fiber<?> fiber) {
        if (always || all) {
            addTracked(new WeakReference<>(fiber));
            if (SPAWNS) {
                fiber.extras().spawned = PinSearch.caller();
            }
        }
    }

    /** Those that have not ended, oldest first. */
    synchronized List<Fiber<?>> live() {
        List<Fiber<?>> live = new ArrayList<>();
        for (WeakReference<Fiber<?>> reference : fibers) {
            Fiber<?> fiber = reference.get();
            if (fiber != null && !fiber.isDone()) {
                live.add(fiber);
            }
        }
        return live;
    }

    private synchronized void addTracked(WeakReference<Fiber<?>> reference) {
        if (fibers.size() >= sweepAt) {
            fibers.removeIf(Tracking::isGone);
            sweepAt = Math.max(SMALLEST_SWEEP, 2 * fibers.size());
        }
        fibers.add(reference);
    }

    private static boolean isGone(WeakReference<Fiber<?>> reference) {
        Fiber<?> fiber = reference.get();
        return fiber == null || fiber.isDone();
    }
}
