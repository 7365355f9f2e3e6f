package dev.weft.fiber;

import dev.weft.AllAsleepException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out that the fibers of a scope all wait for each other, though other fibers and threads go
 * on. Looks from time to time, more and more rarely; costs the fibers nothing.
 *
 * <p>A look holds one fiber after the other ({@link Parking#hold}). If all can be held at the same
 * time, then at that moment none of them runs, and who belongs to none of them has promised not to
 * wake one: so none will run again. A fiber with a timer, in a call that is made elsewhere, or that
 * joins a stranger, may be woken from outside, and then nothing is said.
 */
final class ClosedGroup {
    private static final long FIRST_LOOK_NANOS = 10_000_000;
    private static final long RAREST_NANOS = 1_000_000_000;

    private final Scope scope;
    private final Fiber<?> owner;
    private final Alarm alarm;
    private long interval = FIRST_LOOK_NANOS;

    ClosedGroup(Scope scope, Fiber<?> owner) {
        this.scope = scope;
        this.owner = owner;
        alarm = new Alarm(owner.scheduler, this::look);
    }

    void start() {
        alarm.start(interval);
    }

    void stop() {
        alarm.stop();
    }

    private void look() {
        Set<Fiber<?>> members = members();
        if (allAsleep(members)) {
            scope.fail(
                    new AllAsleepException(
                            "all fibers of "
                                    + scope
                                    + " are asleep: "
                                    + Dumps.text(Dumps.of(new ArrayList<>(members)))));
        } else {
            interval = Math.min(interval * 2, RAREST_NANOS);
            alarm.start(interval);
        }
    }

    /** Who has not ended: the body's fiber, the scope's, and those of scopes that these run. */
    private Set<Fiber<?>> members() {
        Set<Fiber<?>> members = new LinkedHashSet<>();
        List<Fiber<?>> found = new ArrayList<>(scope.fibers());
        found.add(owner);
        for (int i = 0; i < found.size(); i++) {
            Fiber<?> fiber = found.get(i);
            if (!fiber.isDone() && members.add(fiber) && fiber != owner) {
                Extras extras = fiber.extrasOrNull();
                for (Scope s = extras == null ? null : extras.inner; s != null; s = s.outer()) {
                    found.addAll(s.fibers());
                }
            }
        }
        return members;
    }

    private static boolean allAsleep(Set<Fiber<?>> members) {
        List<Fiber<?>> held = new ArrayList<>();
        boolean asleep = true;
        for (Fiber<?> fiber : members) {
            if (!Parking.hold(fiber)) {
                asleep = false;
                break;
            }
            held.add(fiber);
            if (hasOutside(fiber, members)) {
                asleep = false;
                break;
            }
        }
        held.forEach(Parking::release);
        return asleep;
    }

    private static boolean hasOutside(Fiber<?> fiber, Set<Fiber<?>> members) {
        Waiter waiter = fiber.waiter;
        boolean stranger =
                waiter.reason instanceof Fiber && !members.contains((Fiber<?>) waiter.reason);
        return stranger || waiter.timer != null || waiter.canceller.isFromOutside();
    }
}
