package dev.weft.channel;

import dev.weft.woven.Stack;
import java.util.ArrayList;
import java.util.List;

/** Bodies for hand-woven fibers. */
public final class Bodies {
    private Bodies() {}

    /** Sends {@code from} (inclusive) to {@code to} (exclusive). */
    public static Steps sendRange(SendChannel<Integer> channel, int from, int to) {
        return new Steps() {
            private int next = from;

            @Override
            protected Object step(Object got, Stack stack) {
                if (next == to) {
                    return end(null);
                }
                channel.send(next++, stack);
                return null;
            }
        };
    }

    /** Receives so many; its result is the list of them. */
    public static Steps receive(ReceiveChannel<Integer> channel, int count) {
        return new Steps() {
            private final List<Integer> all = new ArrayList<>();

            @Override
            protected Object step(Object got, Stack stack) {
                if (got != null) {
                    all.add((Integer) got);
                }
                return all.size() == count ? end(all) : channel.receive(stack);
            }
        };
    }

    /** Receives until closed; its result is the list of all. */
    public static Steps drain(ReceiveChannel<Integer> channel) {
        return new Steps() {
            private final List<Integer> all = new ArrayList<>();
            private boolean begun;

            @Override
            protected Object step(Object got, Stack stack) {
                if (got != null) {
                    all.add((Integer) got);
                } else if (begun) {
                    return end(all);
                }
                begun = true;
                return channel.receiveOrNull(stack);
            }
        };
    }

    /** Joins fibers in turn. */
    public static Steps join(List<? extends dev.weft.fiber.Fiber<?>> fibers) {
        return new Steps() {
            private int next;

            @Override
            protected Object step(Object got, Stack stack) {
                return next == fibers.size() ? end(null) : fibers.get(next++).join(stack);
            }
        };
    }
}
