package dev.weft.fiber;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The default scheduler: N carriers, each with a queue of its own, held by daemon threads.
 *
 * <p>The rules are Go's (runtime/proc.go), with these differences:
 *
 * <ul>
 *   <li>New fibers have a deque of their own ({@link Fresh}) instead of the next slot: those
 *       started last are run first, those of one turn in their order; thieves take the oldest, and
 *       woken fibers go before new ones.
 *   <li>Filling only the next slot wakes nobody: the waker is about to wait in the usual hand-off,
 *       and a second carrier would only take the pair apart. If it is not, the {@link Watcher} sees
 *       it, and the {@link Carrier} learns it.
 *   <li>No fence between filling a ring and looking for idle carriers. A missed wake-up costs
 *       parallelism until the next one or the watcher's next look, which is never far while any
 *       carrier is busy. From other threads (the shared queue) there is a full fence.
 *   <li>A fixed number of hand-offs, not a time slice, bounds a pair's stay in the next slot.
 * </ul>
 *
 * <p>Where work is looked for: every 61st turn, or every few milliseconds ({@link LookPace}),
 * timers, sockets ({@link IdlePoll}) and one fiber of the shared queue; next slot; ring; new
 * fibers; shared queue; timers and sockets; steal half of a random victim's ring or its oldest new
 * fiber, a few rounds, the last also a next slot whose owner has been in one turn for 3 µs. Then
 * the carrier is given up, with one more look after that is visible.
 *
 * <p>A turn that lasts too long gets the scheduler another carrier; see {@link Watchdog}.
 *
 * <p>A thread is woken only when a carrier is idle and nobody searches; the last searcher that
 * finds something wakes the next. A pinned wait gives its carrier to another thread ({@link
 * #beforeBlock}).
 */
final class StealingScheduler extends Scheduler {
    private static final int ROUNDS = 4;
    private static final int SPINS = 64;
    private static final int EAGER_SPINS = 4;

    /** Replaced as a whole, under the crew's lock, when carriers are added or dropped. */
    private volatile Carrier[] carriers;

    private final GlobalQueue shared = new GlobalQueue();
    private final PriorityQueues special = new PriorityQueues();
    private final AtomicInteger searchers = new AtomicInteger();
    private final Crew crew;
    private final Watcher watcher;

    StealingScheduler(int parallelism, TimeSource time) {
        this(parallelism, time, Thread::start);
    }

    /** As above; {@code starter} starts its threads. */
    StealingScheduler(int parallelism, TimeSource time, Consumer<Thread> starter) {
        super(time);
        Carrier[] all = new Carrier[parallelism];
        for (int i = 0; i < parallelism; i++) {
            all[i] = new Carrier(i, shared);
        }
        carriers = all;
        crew = new Crew(this, all, starter);
        watcher = new Watcher(this, new Watchdog(this, crew));
    }

    GlobalQueue sharedQueue() {
        return shared;
    }

    Carrier[] carriers() {
        return carriers;
    }

    /** Replaces those that are looked at. Under the crew's lock. */
    void setCarriers(Carrier[] all) {
        carriers = all;
    }

    @Override
    void submit(Fiber<?> fiber) {
        if (fiber.traits != 0 && Traits.hasPriority(fiber)) {
            addSpecial(fiber);
            return;
        }
        Carrier own = ownCarrier();
        if (own == null) {
            addShared(fiber);
        } else {
            own.addNew(fiber);
            announce();
        }
    }

    @Override
    void next(Fiber<?> fiber) {
        if (fiber.traits != 0 && Traits.hasPriority(fiber)) {
            addSpecial(fiber);
            return;
        }
        Carrier own = ownCarrier();
        if (own == null) {
            addShared(fiber);
        } else {
            if (own.setNext(fiber) && crew.hasIdle()) {
                wakeSearcher();
            }
            watcher.watch();
        }
    }

    @Override
    void yielded(Fiber<?> fiber) {
        Carrier own = ownCarrier();
        if (own == null || fiber.traits != 0 && Traits.hasPriority(fiber)) {
            submit(fiber);
        } else {
            own.add(fiber);
            announce();
        }
    }

    private void announce() {
        if (crew.hasIdle()) {
            wakeSearcher();
        }
        watcher.watch();
    }

    @Override
    void timersChanged() {
        watcher.deadlineChanged();
    }

    @Override
    void runMain(Fiber<?> main) {
        submit(main);
        MainJoin.await(main);
    }

    @Override
    void beforeBlock(Fiber<?> fiber) {
        CarrierThread thread = (CarrierThread) Thread.currentThread();
        Carrier held = thread.carrier;
        if (held != null) {
            crew.handOff(thread, held);
        }
    }

    @Override
    boolean handsOff() {
        return true;
    }

    @Override
    void afterBlock(Fiber<?> fiber) {
        CarrierThread thread = (CarrierThread) Thread.currentThread();
        thread.context.current = fiber;
        if (thread.carrier == null) {
            crew.tryReclaim(thread);
        }
    }

    /** A pinned fiber that spins with yield must not keep the queued ones from running. */
    @Override
    void yieldPinned(Fiber<?> fiber) {
        Carrier held = ownCarrier();
        if (held == null || !hasWork()) {
            Thread.yield();
        } else {
            HandOff.enter(fiber);
            Thread.yield();
            HandOff.exit(fiber);
        }
    }

    /** The next fiber for a thread; null when it holds its carrier no longer. */
    Fiber<?> find(CarrierThread thread, Carrier held) {
        Fiber<?> fiber = special.before(held.turns());
        if (fiber == null && held.looksAround()) {
            timers().fireDue();
            IdlePoll.inPassing();
            fiber = shared.size() == 0 ? null : shared.poll();
        }
        if (fiber == null) {
            fiber = held.take();
        } else {
            held.countTurn();
        }
        if (fiber == null) {
            fiber = search(thread, held);
        }
        if (thread.searching) {
            stopSearching(thread, fiber != null && hasMore(held));
        }
        return fiber;
    }

    /** Waits for a carrier. False when the thread is not needed any more. */
    boolean rest(CarrierThread thread) {
        return crew.rest(thread);
    }

    /** Wakes a thread to search, unless one does or no carrier is idle. */
    void wakeSearcher() {
        if (searchers.get() == 0 && crew.hasIdle() && searchers.compareAndSet(0, 1)) {
            boolean started = false;
            try {
                started = crew.start(true);
            } finally {
                if (!started) {
                    searchers.decrementAndGet();
                }
            }
        }
    }

    /** Has the watcher look from time to time. */
    void watch() {
        watcher.watch();
    }

    boolean hasIdleCarrier() {
        return crew.hasIdle();
    }

    boolean allIdle() {
        return crew.allIdle();
    }

    /** Whether a fiber is queued anywhere. */
    boolean hasWork() {
        if (shared.size() != 0 || !special.isEmpty()) {
            return true;
        }
        for (Carrier carrier : carriers) {
            if (!carrier.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is more to steal: what waits in next slots is for those that wait there. */
    private boolean hasMore(Carrier held) {
        if (!held.isEmpty() || shared.size() != 0) {
            return true;
        }
        for (Carrier carrier : carriers) {
            if (carrier.hasQueued()) {
                return true;
            }
        }
        return false;
    }

    private Carrier ownCarrier() {
        Thread thread = Thread.currentThread();
        if (thread instanceof CarrierThread && ((CarrierThread) thread).context.scheduler == this) {
            return ((CarrierThread) thread).carrier;
        }
        return null;
    }

    private void addShared(Fiber<?> fiber) {
        shared.add(fiber);
        wakeSearcher();
        watcher.watch();
    }

    private void addSpecial(Fiber<?> fiber) {
        special.add(fiber);
        wakeSearcher();
        watcher.watch();
    }

    private Fiber<?> search(CarrierThread thread, Carrier held) {
        Fiber<?> fiber = shared.poll(held, carriers.length);
        if (fiber == null && timers().fireDue() | (!hasWork() && IdlePoll.now())) {
            fiber = held.take();
        }
        if (fiber == null && carriers.length > 1) {
            fiber = steal(thread, held);
        }
        if (fiber == null) {
            fiber = special.otherwise();
        }
        if (fiber == null) {
            giveUp(thread, held);
        }
        return fiber;
    }

    private Fiber<?> steal(CarrierThread thread, Carrier held) {
        if (!thread.searching) {
            if (2 * searchers.get() >= carriers.length - crew.idle()) {
                return null;
            }
            thread.searching = true;
            searchers.incrementAndGet();
        }
        Carrier[] all = carriers;
        for (int round = 1; round <= ROUNDS; round++) {
            int start = thread.random(all.length);
            for (int i = 0; i < all.length; i++) {
                Carrier victim = all[(start + i) % all.length];
                Fiber<?> fiber = victim == held ? null : victim.stealInto(held, round == ROUNDS);
                if (fiber != null) {
                    thread.eager = victim.isAnnouncing();
                    return fiber;
                }
            }
            spin(thread, all);
        }
        return null;
    }

    /** Waits a little; a thread that last took what a waker announced looks for more of it. */
    private static void spin(CarrierThread thread, Carrier[] all) {
        for (int i = 1; i <= SPINS; i++) {
            Thread.onSpinWait();
            if (thread.eager && i % EAGER_SPINS == 0) {
                for (Carrier victim : all) {
                    if (victim.isAnnouncing() && !victim.isEmpty()) {
                        return;
                    }
                }
            }
        }
    }

    private void giveUp(CarrierThread thread, Carrier held) {
        held.clear();
        crew.release(thread, held);
        if (thread.searching) {
            thread.searching = false;
            searchers.decrementAndGet();
        }
        if (hasWork()) {
            wakeSearcher();
        }
    }

    private void stopSearching(CarrierThread thread, boolean more) {
        thread.searching = false;
        if (searchers.decrementAndGet() == 0 && more) {
            wakeSearcher();
        }
    }
}
