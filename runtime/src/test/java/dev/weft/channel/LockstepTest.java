package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind of channel against {@link ChannelModel}, step by step, on a deterministic scheduler:
 * fibers do random operations, those that wait and selects included, in an interleaving that the
 * seed decides, and before each of them the model does the same. Here nothing runs between a call's
 * beginning and its effect, so the model knows each outcome: not only that there is an order in
 * which the outcomes make sense, as linearizability asks, but which. It is how confined channels,
 * which one thread alone may use, are shown to be linearizable.
 *
 * <p>More: {@code -Dweft.lockstep.seeds=N -Dweft.lockstep.seed=FIRST}.
 */
@Timeout(600)
class LockstepTest {
    private static final int SEEDS = Integer.getInteger("weft.lockstep.seeds", 2000);
    private static final long FIRST = Long.getLong("weft.lockstep.seed", 1);

    /** The kinds of channels. */
    enum Kind {
        RENDEZVOUS(0, Overflow.SUSPEND),
        BUFFERED(2, Overflow.SUSPEND),
        UNLIMITED(Integer.MAX_VALUE, Overflow.SUSPEND),
        CONFLATED(1, Overflow.DROP_OLDEST),
        DROP_OLDEST(2, Overflow.DROP_OLDEST),
        DROP_LATEST(2, Overflow.DROP_LATEST),
        CONFINED_RENDEZVOUS(0, Overflow.SUSPEND),
        CONFINED_BUFFERED(2, Overflow.SUSPEND);

        final int capacity;
        final Overflow overflow;

        Kind(int capacity, Overflow overflow) {
            this.capacity = capacity;
            this.overflow = overflow;
        }

        ChannelModel model() {
            return new ChannelModel(capacity, overflow);
        }

        Channel<Object> channel() {
            switch (this) {
                case UNLIMITED:
                    return Channel.unlimited();
                case CONFLATED:
                    return Channel.conflated();
                case CONFINED_RENDEZVOUS:
                case CONFINED_BUFFERED:
                    return Channel.confined(capacity);
                default:
                    return Channel.buffered(capacity, overflow);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void doesWhatTheModelDoes(Kind kind) {
        Set<Seen> seen = EnumSet.noneOf(Seen.class);
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            long s = seed;
            Weft.run(
                    Scheduler.deterministic(s),
                    () -> {
                        new LockstepWorld(kind, s, seen).run();
                        return null;
                    });
        }
        assertEquals(EnumSet.allOf(Seen.class), seen, "what the runs have met");
    }

    /** What the runs must have met, or they show less than they should. */
    enum Seen {
        SENDER_WAITED,
        RECEIVER_WAITED,
        SELECT_WAITED,
        SELECT_AT_ONCE,
        TIMED_OUT,
        INTERRUPTED,
        CLOSED
    }
}
