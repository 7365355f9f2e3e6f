package dev.weft.concurrent;

import dev.weft.Suspendable;
import dev.weft.fiber.Canceller;
import dev.weft.fiber.CheckedCanceller;
import dev.weft.fiber.Waiter;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.util.ArrayList;
import java.util.List;

/**
 * What was given and not taken, or else the takers that wait: never both. Elements stand in the
 * order in which they came, those whose giver waits among the others.
 */
final class TransferRoom extends WaitRoom {
    /** One element; a link of a ring. Guarded by the room's lock. */
    static final class Node {
        final Object element;

        /** Who waits until it is taken; null when nobody does. */
        private Waiter giver;

        private Node before;
        private Node behind;

        Node(Object element) {
            this.element = element;
        }
    }

    private static final Canceller GIVER =
            (CheckedCanceller) waiter -> ((TransferRoom) waiter.reason()).takeBack(waiter);

    /** Before the first and behind the last. */
    private final Node ends = new Node(null);

    private int size;

    TransferRoom(Object shown) {
        super(shown);
        ends.before = ends;
        ends.behind = ends;
    }

    /** Gives without waiting for a taker. */
    void add(Object element) {
        Node node = new Node(element);
        acquire();
        Waiter taker = pollFirst();
        if (taker == null) {
            link(node);
        }
        release();
        if (taker != null) {
            taker.resume(element);
        }
    }

    /** Gives to somebody who waits; false when nobody does. */
    boolean tryGive(Object element) {
        acquire();
        Waiter taker = pollFirst();
        release();
        if (taker != null) {
            taker.resume(element);
        }
        return taker != null;
    }

    /** Gives, and waits until it is taken; null when the time is over. */
    @Suspendable
    Object give(Object element, long nanos) throws InterruptedException {
        return give(element, nanos, Stack.PINNED);
    }

    /** Leaf. */
    Object give(Object element, long nanos, Stack stack) throws InterruptedException {
        StackReserve.claimForWait(stack);
        Node node = new Node(element);
        acquire();
        Waiter taker = pollFirst();
        if (taker != null || nanos <= 0) {
            release();
            if (taker != null) {
                taker.resume(element);
            }
            return taker == null ? null : Boolean.TRUE;
        }
        Waiter w = begin(stack, GIVER);
        w.item = node;
        node.giver = w;
        link(node);
        release();
        return nanos == FOR_EVER ? w.await(stack) : w.await(stack, nanos, null);
    }

    /** Takes what is there; null when nothing is. */
    Object poll() {
        acquire();
        Node first = takeFirst();
        release();
        return received(first);
    }

    /** Takes; null when the time is over. */
    @Suspendable
    Object take(long nanos) throws InterruptedException {
        return take(nanos, Stack.PINNED);
    }

    /** Leaf. */
    Object take(long nanos, Stack stack) throws InterruptedException {
        StackReserve.claimForWait(stack);
        acquire();
        Node first = takeFirst();
        if (first != null || nanos <= 0) {
            release();
            return received(first);
        }
        Waiter w = begin(stack, CHECKED);
        append(w);
        release();
        return nanos == FOR_EVER ? w.await(stack) : w.await(stack, nanos, null);
    }

    /** The first; null when there is none. */
    Object peek() {
        acquire();
        Object first = ends.behind.element;
        release();
        return first;
    }

    int size() {
        acquire();
        int n = size;
        release();
        return n;
    }

    /** All, at one moment. */
    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        acquire();
        try {
            for (Node n = ends.behind; n != ends; n = n.behind) {
                nodes.add(n);
            }
        } finally {
            release(); // also without memory for so many
        }
        return nodes;
    }

    /** Takes one out of the middle; false when it has been taken. A giver's wait is over then. */
    boolean remove(Node node) {
        acquire();
        boolean there = node.behind != null;
        if (there) {
            unlink(node);
        }
        release();
        return there && received(node) != null;
    }

    /** With the lock held; null when there is none. */
    private Node takeFirst() {
        Node first = ends.behind;
        if (first == ends) {
            return null;
        }
        unlink(first);
        return first;
    }

    /** Behind the lock: ends the wait of who gave it. */
    private static Object received(Node node) {
        if (node == null) {
            return null;
        }
        Waiter giver = node.giver;
        if (giver != null) {
            giver.item = null;
            giver.resume(Boolean.TRUE);
        }
        return node.element;
    }

    /** Of a giver whose wait ends early; false when a taker has its element. */
    private boolean takeBack(Waiter giver) {
        acquireWithin();
        Object given = giver.item; // who takes it leaves something else there
        boolean there = given instanceof Node && ((Node) given).behind != null;
        if (there) {
            unlink((Node) given);
            giver.item = null;
        }
        release();
        return there;
    }

    private void link(Node node) {
        Node last = ends.before;
        node.before = last;
        node.behind = ends;
        last.behind = node;
        ends.before = node;
        size++;
    }

    private void unlink(Node node) {
        node.before.behind = node.behind;
        node.behind.before = node.before;
        node.before = null;
        node.behind = null;
        size--;
    }
}
