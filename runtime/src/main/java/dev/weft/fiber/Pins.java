package dev.weft.fiber;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Counts pins by site. The site of a wait is looked for when the wait has ended, from the same
 * stack, so that looking delays nobody's wake-up.
 */
final class Pins {
    private static final int MAX_SITES = 10_000;

    private static final ConcurrentMap<String, PinSite> SITES = new ConcurrentHashMap<>();

    private static final LongAdder LOST = new LongAdder();

    static volatile Consumer<PinSite> onStuck = Pins::print;

    private Pins() {}

    static Collection<PinSite> sites() {
        return SITES.values();
    }

    static long lost() {
        return LOST.sum();
    }

    static void reset() {
        SITES.clear();
        LOST.reset();
    }

    /** A pinned wait of the calling thread has ended. */
    static void waited(Fiber<?> fiber, long nanos) {
        List<StackWalker.StackFrame> frames = PinSearch.frames();
        PinSite fresh = PinSearch.site(frames, fiber.isBound());
        note(fresh).add(1, nanos);
    }

    /** A turn lasts too long; its thread's stack. Returns the site, to which more may be added. */
    static PinSite stuck(StackTraceElement[] stack, long nanos) {
        PinSite fresh = PinSearch.ofLongTurn(stack);
        PinSite site = note(fresh).add(1, nanos);
        if (site == fresh) {
            try {
                onStuck.accept(site);
            } catch (RuntimeException e) {
                System.err.println("weft: the handler of stuck turns failed: " + e);
            }
        }
        return site;
    }

    private static PinSite note(PinSite fresh) {
        String key = fresh.reason() + " " + fresh.frame() + " " + fresh.at();
        PinSite known = SITES.get(key);
        if (known != null) {
            return known;
        }
        if (SITES.size() >= MAX_SITES) {
            LOST.increment();
            return new PinSite(fresh.frame(), fresh.at(), fresh.reason());
        }
        known = SITES.putIfAbsent(key, fresh);
        return known == null ? fresh : known;
    }

    static void print(PinSite site) {
        System.err.print("weft: a fiber keeps its thread: " + site);
    }
}
