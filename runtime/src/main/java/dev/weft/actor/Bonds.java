package dev.weft.actor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is told of one actor's end: linked actors and monitors. Thread-safe; one lock at a time is
 * held.
 */
final class Bonds {
    private final Set<Actor> links = new LinkedHashSet<>();
    private final Set<Monitor> monitors = new LinkedHashSet<>();
    private boolean ended;
    private Throwable reason;

    /** False when the actor has ended already. */
    synchronized boolean add(Actor link) {
        return !ended && (links.add(link) || true);
    }

    /** False when the actor has ended already. */
    synchronized boolean add(Monitor monitor) {
        return !ended && (monitors.add(monitor) || true);
    }

    synchronized void remove(Actor link) {
        links.remove(link);
    }

    synchronized void remove(Monitor monitor) {
        monitors.remove(monitor);
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    /** Why the actor ended; null before and when it ended normally. */
    synchronized Throwable reason() {
        return reason;
    }

    /** Ends; tells all, without the lock. Returns whether there was anybody. */
    boolean end(Actor self, Throwable why) {
        List<Actor> linked;
        List<Monitor> watching;
        synchronized (this) {
            ended = true;
            reason = why;
            linked = new ArrayList<>(links);
            watching = new ArrayList<>(monitors);
            links.clear();
            monitors.clear();
        }
        for (Actor other : linked) {
            other.bonds().remove(self);
            other.linkedEnded(self, why);
        }
        for (Monitor monitor : watching) {
            monitor.report(why);
        }
        return !linked.isEmpty() || !watching.isEmpty();
    }
}
