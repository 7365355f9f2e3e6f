package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The queues of one carrier, by the thread that owns it. */
@Timeout(60)
class CarrierTest {
    private final Scheduler scheduler = Scheduler.on(task -> {});

    private Fiber<?>[] fibers(int n) {
        Fiber<?>[] all = new Fiber<?>[n];
        for (int i = 0; i < n; i++) {
            all[i] = new Fiber<Object>(scheduler, new Object());
        }
        return all;
    }

    /** Spilling a full ring to the shared queue keeps the order and takes no memory of its own. */
    @Test
    void aFullRingSpillsInOrder() {
        GlobalQueue overflow = new GlobalQueue();
        Carrier carrier = new Carrier(0, overflow);
        Fiber<?>[] all = fibers(Carrier.CAPACITY + 1);
        for (Fiber<?> fiber : all) {
            carrier.add(fiber);
        }
        for (int i = 0; i < Carrier.CAPACITY / 2; i++) {
            assertSame(all[i], overflow.poll());
        }
        assertSame(all[Carrier.CAPACITY], overflow.poll());
        assertNull(overflow.poll());
        assertSame(all[Carrier.CAPACITY / 2], carrier.take());
    }

    /** One wake-up goes unannounced; once a thief had to take it, the next ones do not. */
    @Test
    void aCarrierLearnsThatItsWakersGoOn() {
        Carrier carrier = new Carrier(0, new GlobalQueue());
        Fiber<?> fiber = fibers(1)[0];
        assertFalse(carrier.setNext(fiber));
        assertSame(fiber, carrier.stealInto(new Carrier(1, new GlobalQueue()), true));
        assertTrue(carrier.setNext(fiber));
        for (int i = 0; i < 8; i++) {
            assertSame(fiber, carrier.take());
            assertEquals(i < 7, carrier.setNext(fiber), "each hand-off makes one unlearned");
        }
    }

    /** Woken ones first; of the new ones those of the last turn, in their order. */
    @Test
    void theLastTurnsFibersGoFirstInTheirOrder() {
        Carrier carrier = new Carrier(0, new GlobalQueue());
        Fiber<?>[] all = fibers(8);
        carrier.addNew(all[0]);
        carrier.addNew(all[1]);
        carrier.addNew(all[2]);
        assertSame(all[0], carrier.take());
        carrier.add(all[3]);
        carrier.addNew(all[4]);
        carrier.addNew(all[5]);
        carrier.addNew(all[6]);
        carrier.addNew(all[7]);
        int[] expected = {3, 4, 5, 6, 7, 1, 2};
        for (int i : expected) {
            assertSame(all[i], carrier.take());
        }
        assertNull(carrier.take());
    }

    /** A thief takes one of the oldest turn's; the others keep their order. */
    @Test
    void thievesTakeTheOldest() {
        Carrier carrier = new Carrier(0, new GlobalQueue());
        Carrier thief = new Carrier(1, new GlobalQueue());
        Fiber<?>[] all = fibers(5);
        carrier.addNew(all[0]);
        carrier.addNew(all[1]);
        carrier.addNew(all[2]);
        carrier.addNew(all[3]);
        assertSame(all[0], carrier.stealInto(thief, false));
        assertFalse(carrier.isEmpty());
        assertSame(all[1], carrier.take());
        assertSame(all[3], carrier.stealInto(thief, false));
        assertSame(all[2], carrier.take());
        assertTrue(carrier.isEmpty());
        assertNull(carrier.take());
        assertNull(carrier.stealInto(thief, true));
        carrier.addNew(all[4]);
        assertSame(all[4], carrier.take());
    }

    /** Neither kind keeps the other waiting for more than a few turns. */
    @Test
    void wokenFibersLetNewOnesIn() {
        Carrier carrier = new Carrier(0, new GlobalQueue());
        Fiber<?>[] all = fibers(2);
        carrier.addNew(all[0]);
        int turns = 0;
        Fiber<?> taken;
        do {
            carrier.add(all[1]);
            taken = carrier.take();
            turns++;
        } while (taken == all[1]);
        assertSame(all[0], taken);
        assertTrue(turns <= 8, turns + " turns");
    }

    /** Newer ones come without end, and each is taken at once: time gives the oldest its turn. */
    @Test
    void theOldestGetsItsTurn() {
        Carrier carrier = new Carrier(0, new GlobalQueue());
        Fiber<?>[] all = fibers(2);
        carrier.addNew(all[0]);
        Fiber<?> taken;
        do {
            carrier.addNew(all[1]);
            taken = carrier.take();
        } while (taken == all[1]);
        assertSame(all[0], taken);
    }

    /** When new fibers have no room the older half goes to the shared queue, oldest first. */
    @Test
    void newFibersSpill() {
        GlobalQueue overflow = new GlobalQueue();
        Carrier carrier = new Carrier(0, overflow);
        Fiber<?>[] all = fibers(Fresh.CAPACITY + 1);
        for (Fiber<?> fiber : all) {
            carrier.addNew(fiber);
        }
        assertEquals(Fresh.CAPACITY / 2, overflow.size());
        for (int i = 0; i < Fresh.CAPACITY / 2; i++) {
            assertSame(all[i], overflow.poll());
        }
        assertNull(overflow.poll());
        Carrier thief = new Carrier(1, overflow);
        for (int i = Fresh.CAPACITY / 2; i < all.length; i++) {
            assertSame(all[i], carrier.stealInto(thief, false));
        }
        assertTrue(carrier.isEmpty());
    }
}
