package dev.weft.blocking;

import dev.weft.sync.Cond;
import dev.weft.sync.ReentrantLock;

/**
 * The monitors that fibers own: from an object, by identity, to its lock while anybody holds or
 * wants it. An entry counts its users (each hold, and each wait for one), and goes with the last, so
 * nothing is kept alive and there is nothing to sweep.
 *
 * <p>Striped by identity hash; a stripe is a chain under its own lock, held for a few loads and
 * stores.
 */
final class MonitorTable {
    private static final int STRIPES = 1 << 10;
    private static final Stripe[] TABLE = new Stripe[STRIPES];

    static {
        for (int i = 0; i < STRIPES; i++) {
            TABLE[i] = new Stripe();
        }
    }

    private MonitorTable() {}

    /** An object's lock while it is in use. */
    static final class Entry {
        final ReentrantLock lock = new ReentrantLock();
        private final Object key;
        private Cond condition;
        private int users;
        private Entry next;

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
    }

    private static final class Stripe {
        private Entry first;

        synchronized Entry use(Object key) {
            Entry e = find(key);
            if (e == null) {
                e = new Entry(key, first);
                first = e;
            }
            e.users++;
            return e;
        }

        synchronized Entry find(Object key) {
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
        }
    }

    /** The object's entry, used once more. */
    static Entry use(Object key) {
        return stripe(key).use(key);
    }

    /** The object's entry; null when nobody uses it. */
    static Entry find(Object key) {
        return stripe(key).find(key);
    }

    /** Used once less. */
    static void leave(Entry entry) {
        stripe(entry.key).leave(entry);
    }

    private static Stripe stripe(Object key) {
        int hash = System.identityHashCode(key);
        return TABLE[(hash ^ hash >>> 10) & STRIPES - 1];
    }
}
