package dev.weft.blocking;

import dev.weft.sync.Cond;
import dev.weft.sync.MonitorLock;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The monitors that fibers own: from an object, by identity, to who holds it, while anybody holds
 * or wants it. Nothing is kept alive and there is nothing to sweep.
 *
 * <p>A table of slots by identity hash. A slot is one of three things, and changes by
 * compare-and-set only:
 *
 * <ul>
 *   <li>null: no monitor of this slot is in use. Entering puts a {@link Light} there.
 *   <li>a {@link Light}: one monitor is held, and nobody else wants one of this slot. The owner
 *       leaves by putting null back; how often it has entered again is a plain field that only the
 *       owner touches.
 *   <li>the slot's {@link Stripe}: a chain of entries with full locks, under the stripe's own lock.
 * </ul>
 *
 * <p>Who wants a monitor of a slot with somebody else's light (the same object's or another's)
 * makes that an entry, held by its owner, and puts the stripe in the slot; so does the owner before
 * it waits. The owner finds out at its next step, when the slot is not its light any more, and
 * moves its count to the entry. An entry counts its users (each hold, and each wait for one) and
 * goes with the last; with the last entry the slot becomes null again. So the chain is empty
 * whenever the slot is not the stripe.
 */
final class MonitorTable {
    private static final int SIZE = 1 << 12;
    private static final int SHIFT = 12;
    private static final AtomicReferenceArray<Object> SLOTS = new AtomicReferenceArray<>(SIZE);
    private static final Stripe[] STRIPES = new Stripe[SIZE];

    static {
        for (int i = 0; i < SIZE; i++) {
            STRIPES[i] = new Stripe(i);
        }
    }

    private MonitorTable() {}

    /** A monitor that one holds and nobody else wants. */
    private static final class Light {
        final Object key;
        final Object owner;

        /** How often the owner has entered it again; only touched by the owner. */
        int again;

        Light(Object key, Object owner) {
            this.key = key;
            this.owner = owner;
        }

        boolean is(Object object, Object who) {
            return key == object && owner == who;
        }
    }

    /** An object's lock while it is in use. */
    static final class Entry {
        final MonitorLock lock = new MonitorLock();
        private final Object key;
        private Cond condition;
        private int users;
        private Entry next;

        /** What the entry was made from, until its owner has noticed; guarded by the stripe. */
        private Light light;

        Entry(Object key, Entry next) {
            this.key = key;
            this.next = next;
        }

        /** By the owner. */
        Cond condition() {
            if (condition == null) {
                condition = lock.newCondition();
            }
            return condition;
        }

        /** By the owner; null when nobody has waited. */
        Cond conditionOrNull() {
            return condition;
        }

        /** By the owner, with the stripe's lock: its count is the lock's from now on. */
        private void takeOver() {
            if (light != null) {
                lock.holdAgain(light.owner, light.again);
                users += light.again;
                light = null;
            }
        }
    }

    private static final class Stripe {
        private final int index;
        private Entry first;

        Stripe(int index) {
            this.index = index;
        }

        synchronized Entry use(Object key) {
            inflate();
            Entry e = find(key);
            if (e == null) {
                e = new Entry(key, first);
                first = e;
            }
            e.users++;
            return e;
        }

        synchronized Entry held(Object key, Object who) {
            Object slot = SLOTS.get(index);
            if (slot instanceof Light && ((Light) slot).is(key, who)) {
                inflate();
            }
            Entry e = find(key);
            if (e == null || !e.lock.isOwner(who)) {
                return null;
            }
            e.takeOver();
            return e;
        }

        /** Puts this in the slot; a light that is there becomes an entry. */
        private void inflate() {
            for (; ; ) {
                Object slot = SLOTS.get(index);
                if (slot == this) {
                    return;
                }
                if (SLOTS.compareAndSet(index, slot, this)) {
                    if (slot != null) {
                        add((Light) slot);
                    }
                    return;
                }
            }
        }

        private void add(Light light) {
            Entry e = new Entry(light.key, first);
            e.lock.holdFor(light.owner);
            e.light = light;
            e.users = 1;
            first = e;
        }

        private Entry find(Object key) {
            Entry e = first;
            while (e != null && e.key != key) {
                e = e.next;
            }
            return e;
        }

        synchronized void leave(Entry entry) {
            if (--entry.users > 0) {
                return;
            }
            Entry before = null;
            for (Entry e = first; e != entry; e = e.next) {
                before = e;
            }
            if (before == null) {
                first = entry.next;
            } else {
                before.next = entry.next;
            }
            if (first == null) {
                SLOTS.set(index, null); // nobody changes a slot with a stripe but under its lock
            }
        }
    }

    /** Enters a monitor that is free or the caller's own; false: by {@link #use}. */
    static boolean tryEnter(Object key, Object who) {
        int i = index(key);
        Object slot = SLOTS.get(i);
        if (slot == null) {
            return SLOTS.compareAndSet(i, null, new Light(key, who));
        }
        if (slot instanceof Light && ((Light) slot).is(key, who)) {
            ((Light) slot).again++;
            return true;
        }
        return false;
    }

    /** Leaves one that was entered so, and that nobody else wants; false: by {@link #held}. */
    static boolean tryExit(Object key, Object who) {
        int i = index(key);
        Object slot = SLOTS.get(i);
        if (!(slot instanceof Light) || !((Light) slot).is(key, who)) {
            return false;
        }
        Light light = (Light) slot;
        if (light.again > 0) {
            light.again--;
            return true;
        }
        return SLOTS.compareAndSet(i, light, null);
    }

    /** Whether the caller holds an object's monitor. */
    static boolean isHeld(Object key, Object who) {
        Object slot = SLOTS.get(index(key));
        return slot instanceof Light && ((Light) slot).is(key, who) || held(key, who) != null;
    }

    /** The object's entry, used once more. */
    static Entry use(Object key) {
        return stripe(key).use(key);
    }

    /** The object's entry, for its owner; null when the caller does not hold it. */
    static Entry held(Object key, Object who) {
        return stripe(key).held(key, who);
    }

    /** Used once less. */
    static void leave(Entry entry) {
        stripe(entry.key).leave(entry);
    }

    private static Stripe stripe(Object key) {
        return STRIPES[index(key)];
    }

    private static int index(Object key) {
        int hash = System.identityHashCode(key);
        return (hash ^ hash >>> SHIFT) & SIZE - 1;
    }
}
