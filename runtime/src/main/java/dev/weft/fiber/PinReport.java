package dev.weft.fiber;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Where fibers kept their threads since the process began, or since {@link #reset()}: pinned waits,
 * noted when they end, and turns of a second and more on work-stealing schedulers ({@code
 * -Dweft.stuck.report.millis}). Always on: it costs nothing where nothing pins, and some
 * microseconds a pinned wait. Thread-safe.
 */
public final class PinReport {
    private PinReport() {}

    /**
     * The sites.
     *
     * @return those with most time first; a copy, of live figures
     */
    public static List<PinSite> sites() {
        List<PinSite> sites = new ArrayList<>(Pins.sites());
        sites.sort(Comparator.comparingLong(PinSite::nanos).reversed());
        return sites;
    }

    /**
     * The sites as text.
     *
     * @return a heading and two lines a site
     */
    public static String text() {
        List<PinSite> sites = sites();
        StringBuilder text = new StringBuilder();
        text.append(sites.size()).append(sites.size() == 1 ? " site pins\n" : " sites pin\n");
        sites.forEach(text::append);
        long lost = Pins.lost();
        if (lost > 0) {
            text.append(lost).append(" more at sites that were not noted: too many\n");
        }
        int now = Dumps.pinnedNow();
        if (now > 0) {
            text.append(now)
                    .append(now == 1 ? " fiber waits" : " fibers wait")
                    .append(" pinned now, not counted above: a dump shows where\n");
        }
        return text.toString();
    }

    /** Forgets all sites. */
    public static void reset() {
        Pins.reset();
    }

    /**
     * Sets who is told of a turn that lasts too long, once a site; see {@link PinReason#LONG_TURN}.
     * The first handler prints the site on standard error.
     *
     * @param handler called by the scheduler's watcher thread; must not block; not null
     */
    public static void onStuck(Consumer<PinSite> handler) {
        Pins.onStuck = Objects.requireNonNull(handler, "handler");
    }
}
