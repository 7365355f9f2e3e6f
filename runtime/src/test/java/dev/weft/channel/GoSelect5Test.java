package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * select5 of Go's test/chan: the order in which the operands of single operations and selects are
 * evaluated. Go generates 1,045 cases from a template; so does this: single sends and receives of
 * every form, then selects of up to three cases of every kind in every order, each with each of its
 * cases the winner.
 */
@Timeout(120)
class GoSelect5Test {
    /** How a case is written, and what evaluating it leaves in the trace. */
    private enum Kind {
        /** Channel and value are each the result of a call. */
        SEND,
        /** The channel is; the value is a constant. */
        SEND_CONSTANT,
        /**
         * The channel is the result of a call; the target, of another one, only if the case wins.
         */
        RECEIVE,
        /** The channel is; the value is thrown away. */
        RECEIVE_DISCARD,
        /** The channel is, but the case is off. */
        OFF;

        boolean sends() {
            return this == SEND || this == SEND_CONSTANT;
        }
    }

    private final List<String> trace = new ArrayList<>();
    private int run;

    @ParameterizedTest
    @EnumSource(Both.class)
    void operandsAreEvaluatedOnceInOrder(Both how) throws Exception {
        List<List<Kind>> shapes = new ArrayList<>();
        for (int size = 1; size <= 4; size++) {
            shapes(shapes, new ArrayList<>(), size);
        }
        run = 0;
        SuspendableCallable<Object> all =
                () -> {
                    for (List<Kind> shape : shapes) {
                        for (int winner = 0; winner < shape.size(); winner++) {
                            if (shape.get(winner) != Kind.OFF && run < 1045) {
                                check(shape, winner);
                                run++;
                            }
                        }
                    }
                    return null;
                };
        how.run(List.of(all));
        assertEquals(1045, run);
    }

    private static void shapes(List<List<Kind>> all, List<Kind> prefix, int size) {
        if (size == 0) {
            all.add(new ArrayList<>(prefix));
            return;
        }
        for (Kind kind : Kind.values()) {
            prefix.add(kind);
            shapes(all, prefix, size - 1);
            prefix.remove(prefix.size() - 1);
        }
    }

    @Suspendable
    private void check(List<Kind> shape, int winner) {
        trace.clear();
        List<String> expected = new ArrayList<>();
        List<Channel<Integer>> channels = new ArrayList<>();
        for (int i = 0; i < shape.size(); i++) {
            expected.add("c" + i);
            if (shape.get(i) == Kind.SEND) {
                expected.add("v" + i);
            }
            Channel<Integer> c = Channel.buffered(1);
            if ((i == winner) != shape.get(i).sends()) {
                c.offer(100 + i); // a receive that can go on, or a send that can't
            }
            channels.add(c);
        }
        if (shape.get(winner) == Kind.RECEIVE) {
            expected.add("t" + winner);
        }
        int[] target = new int[shape.size()];
        int chosen =
                shape.size() == 1
                        ? single(shape.get(0), channels, target)
                        : several(shape, channels, target);
        String what = shape + " won by " + winner;
        assertEquals(winner, chosen, what);
        assertEquals(expected, trace, what);
        for (int i = 0; i < shape.size(); i++) {
            boolean won = i == winner;
            assertEquals(won && shape.get(i) == Kind.RECEIVE ? 100 + i : 0, target[i], what);
            int left = shape.get(i).sends() || shape.get(i) == Kind.OFF ? 1 : 0;
            assertEquals(
                    shape.get(i) == Kind.OFF && i != winner ? 0 : left,
                    channels.get(i).length(),
                    what);
        }
    }

    /** The operation by itself, as it would be written. */
    @Suspendable
    private int single(Kind kind, List<Channel<Integer>> channels, int[] target) {
        if (kind == Kind.SEND) {
            channel(channels, 0).send(value(0));
        } else if (kind == Kind.SEND_CONSTANT) {
            channel(channels, 0).send(7);
        } else if (kind == Kind.RECEIVE_DISCARD) {
            channel(channels, 0).receive();
        } else {
            // In Java, unlike Go, an array to assign to is evaluated before its right side; a
            // method's argument is not.
            store(channel(channels, 0).receive(), target);
        }
        return 0;
    }

    private void store(int value, int[] target) {
        target[index(0)] = value;
    }

    @Suspendable
    private int several(List<Kind> shape, List<Channel<Integer>> channels, int[] target) {
        Select select = Select.fair();
        List<SelectCase> cases = new ArrayList<>();
        for (int i = 0; i < shape.size(); i++) {
            cases.add(written(select, shape.get(i), i, channels));
        }
        int chosen = select.select().index();
        if (shape.get(chosen) == Kind.RECEIVE) {
            target[index(chosen)] = (Integer) ((ReceiveCase<?>) cases.get(chosen)).take();
        }
        return chosen;
    }

    private SelectCase written(Select select, Kind kind, int i, List<Channel<Integer>> channels) {
        if (kind.sends()) {
            SendCase<Integer> to = select.send(channel(channels, i));
            to.offer(kind == Kind.SEND ? value(i) : 7);
            return to;
        }
        ReceiveCase<Integer> from = select.receive(channel(channels, i));
        from.enable(kind != Kind.OFF);
        return from;
    }

    private Channel<Integer> channel(List<Channel<Integer>> channels, int i) {
        trace.add("c" + i);
        return channels.get(i);
    }

    private int value(int i) {
        trace.add("v" + i);
        return i;
    }

    private int index(int i) {
        trace.add("t" + i);
        return i;
    }
}
