package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.SuspendableSupplier;
import dev.weft.channel.ChannelModel.Request;
import dev.weft.channel.LockstepTest.Kind;
import dev.weft.channel.LockstepTest.Seen;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Weft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** One seed of {@link LockstepTest}: two channels, their models, and fibers that use both. */
final class LockstepWorld {
    private static final int FIBERS = 4;
    private static final int STEPS = 12;
    private static final String INTERRUPTED = "interrupted";

    private final SplittableRandom random;
    private final long seed;
    private final Set<Seen> seen;
    private final List<Channel<Object>> channels = new ArrayList<>();
    private final List<ChannelModel> models = new ArrayList<>();
    private final List<Fiber<Void>> fibers = new ArrayList<>();

    /** What each fiber waits for, by its number. */
    private final Request[] waits = new Request[FIBERS];

    private int values;
    private long lastDeadline;

    LockstepWorld(Kind kind, long seed, Set<Seen> seen) {
        this.seed = seed;
        this.seen = seen;
        random = new SplittableRandom(seed);
        Kind[] all = Kind.values();
        for (Kind k : new Kind[] {kind, all[random.nextInt(all.length)]}) {
            channels.add(k.channel());
            models.add(k.model());
        }
    }

    @Suspendable
    void run() {
        for (int i = 0; i < FIBERS; i++) {
            int me = i;
            fibers.add(Weft.go(() -> work(me)));
        }
        for (int i = random.nextInt(FIBERS * STEPS); i >= 0; i--) {
            if (random.nextInt(4) == 0) {
                Weft.sleep(Duration.ofNanos(untilNewDeadline()));
            } else {
                Weft.yield();
            }
            interrupt(random.nextInt(FIBERS));
        }
        for (int i = 0; i < channels.size(); i++) {
            assertEquals(models.get(i).close(), channels.get(i).close(), this::toString);
            assertEquals(0, channels.get(i).balance(), this::toString);
        }
        for (Fiber<Void> fiber : fibers) {
            fiber.join();
        }
    }

    private void interrupt(int victim) {
        Request waits = this.waits[victim];
        if (waits != null && waits.outcome() == null) {
            seen.add(Seen.INTERRUPTED);
            waits.withdraw(INTERRUPTED);
            fibers.get(victim).interrupt();
        }
    }

    @Suspendable
    private void work(int me) {
        for (int step = 0; step < STEPS; step++) {
            int which = random.nextInt(channels.size());
            step(me, random.nextInt(32), channels.get(which), models.get(which));
            for (int i = 0; i < channels.size(); i++) {
                assertEquals(models.get(i).length(), channels.get(i).length(), this::toString);
                assertEquals(models.get(i).balance(), channels.get(i).balance(), this::toString);
            }
            if (random.nextBoolean()) {
                Weft.yield();
            }
        }
    }

    @Suspendable
    private void step(int me, int what, Channel<Object> channel, ChannelModel model) {
        if (what < 8) {
            Object value = ++values;
            check(me, model.send(value), Seen.SENDER_WAITED, () -> send(channel, value));
        } else if (what < 16) {
            check(me, model.receive(), Seen.RECEIVER_WAITED, () -> receive(channel));
        } else if (what < 18) {
            Object value = ++values;
            assertEquals(model.trySend(value), name(channel.trySend(value)), this::toString);
        } else if (what < 20) {
            assertEquals(model.tryReceive(), open(channel.tryReceive()), this::toString);
        } else if (what < 23) {
            receiveInTime(me, channel, model);
        } else if (what < 31) {
            select(me);
        } else if (random.nextInt(4) == 0) {
            seen.add(Seen.CLOSED);
            boolean cancels = random.nextBoolean();
            boolean first = cancels ? model.cancel() : model.close();
            assertEquals(first, cancels ? channel.cancel() : channel.close(), this::toString);
        }
    }

    /** What a call says must be what the model says, which must have said it by then. */
    @Suspendable
    private void check(int me, Request request, Seen waiting, SuspendableSupplier<Object> call) {
        Object outcome = outcome(me, request, waiting, call);
        assertEquals(request.outcome(), outcome, this::toString);
    }

    @Suspendable
    private Object outcome(
            int me, Request request, Seen waiting, SuspendableSupplier<Object> call) {
        if (request.outcome() == null) {
            seen.add(waiting);
        }
        waits[me] = request;
        try {
            return call.get();
        } catch (ChannelClosedException e) {
            return ChannelModel.CLOSED;
        } catch (FiberCancelledException e) {
            return INTERRUPTED;
        } finally {
            waits[me] = null;
        }
    }

    @Suspendable
    private static Object send(Channel<Object> channel, Object value) {
        channel.send(value);
        return ChannelModel.SENT;
    }

    @Suspendable
    private static Object receive(Channel<Object> channel) {
        return channel.receive();
    }

    /** No two deadlines are the same, so nothing else happens when one has passed. */
    private long untilNewDeadline() {
        long now = Weft.currentScheduler().time().nanoTime();
        lastDeadline = Math.max(now, lastDeadline) + 1 + random.nextInt(1000);
        return lastDeadline - now;
    }

    @Suspendable
    private void receiveInTime(int me, Channel<Object> channel, ChannelModel model) {
        long left = untilNewDeadline();
        Request request = model.receive();
        SuspendableSupplier<Object> call =
                () -> open(channel.tryReceive(left, TimeUnit.NANOSECONDS));
        Object outcome = outcome(me, request, Seen.RECEIVER_WAITED, call);
        if (outcome == ChannelModel.EMPTY && request.outcome() == null) {
            seen.add(Seen.TIMED_OUT);
            request.withdraw(ChannelModel.EMPTY);
        }
        assertEquals(request.outcome(), outcome, this::toString);
    }

    /** One to three cases, sometimes of the same channel, both directions. */
    @Suspendable
    private void select(int me) {
        boolean fair = random.nextBoolean();
        Select select = fair ? Select.fair() : Select.prioritised();
        List<LockstepCase> cases = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int which = random.nextInt(channels.size());
            boolean sends = random.nextBoolean();
            ChannelModel model = models.get(which);
            if (fair && cases.stream().anyMatch(c -> c.isLike(model, sends))) {
                continue; // in which order its own cases wait there is up to a fair select
            }
            Object value = sends ? ++values : null;
            cases.add(new LockstepCase(select, channels.get(which), model, value));
        }
        boolean ready = cases.stream().anyMatch(LockstepCase::isReady);
        Request request = new Request();
        if (!ready) {
            for (int i = 0; i < cases.size(); i++) {
                cases.get(i).await(request, i);
            }
        }
        seen.add(ready ? Seen.SELECT_AT_ONCE : Seen.SELECT_WAITED);
        int[] chosen = {-1};
        SuspendableSupplier<Object> call = () -> chosenOutcome(select, cases, chosen);
        if (ready) {
            checkAtOnce(fair, cases, chosen, call);
        } else {
            check(me, request, Seen.SELECT_WAITED, call);
            assertTrue(chosen[0] < 0 || chosen[0] == request.chosen(), this::toString);
        }
    }

    /** Which case is up to the select; the model then does what was chosen. */
    private void checkAtOnce(
            boolean fair,
            List<LockstepCase> cases,
            int[] chosen,
            SuspendableSupplier<Object> call) {
        Object outcome;
        try {
            outcome = call.get();
        } catch (ChannelClosedException e) {
            assertTrue(cases.stream().anyMatch(LockstepCase::throwsWhenChosen), this::toString);
            return;
        }
        LockstepCase first = cases.stream().filter(LockstepCase::isReady).findFirst().get();
        LockstepCase one = cases.get(chosen[0]);
        assertTrue(fair ? one.isReady() : one == first, this::toString);
        assertEquals(one.doneByModel(), outcome, this::toString);
    }

    @Suspendable
    private static Object chosenOutcome(Select select, List<LockstepCase> cases, int[] chosen) {
        chosen[0] = select.select().index();
        return cases.get(chosen[0]).outcome();
    }

    @Override
    public String toString() {
        return "seed " + seed + ", channels " + channels;
    }

    private static Object name(SendResult result) {
        switch (result) {
            case SENT:
                return ChannelModel.SENT;
            case FULL:
                return ChannelModel.FULL;
            default:
                return ChannelModel.CLOSED;
        }
    }

    private static Object open(Received<Object> received) {
        if (received.isClosed()) {
            return ChannelModel.CLOSED;
        }
        return received.isValue() ? received.get() : ChannelModel.EMPTY;
    }
}
