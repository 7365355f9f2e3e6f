package dev.weft.channel;

import dev.weft.SuspendableCallable;
import java.util.ArrayList;
import java.util.List;

/** Bodies of fibers or threads in the tests of channels. */
final class Bodies {
    private Bodies() {}

    /** Sends {@code from} (inclusive) to {@code to} (exclusive). */
    static SuspendableCallable<Object> sendRange(SendChannel<Integer> channel, int from, int to) {
        return () -> {
            for (int i = from; i < to; i++) {
                channel.send(i);
            }
            return null;
        };
    }

    /** Receives so many; its result is the list of them. */
    static SuspendableCallable<Object> receive(ReceiveChannel<Integer> channel, int count) {
        return () -> {
            List<Integer> all = new ArrayList<>();
            while (all.size() < count) {
                all.add(channel.receive());
            }
            return all;
        };
    }

    /** Receives until closed; its result is the list of all. */
    static SuspendableCallable<Object> drain(ReceiveChannel<Integer> channel) {
        return () -> {
            List<Integer> all = new ArrayList<>();
            for (Integer value = channel.receiveOrNull();
                    value != null;
                    value = channel.receiveOrNull()) {
                all.add(value);
            }
            return all;
        };
    }

    /** The same by iteration. */
    static SuspendableCallable<Object> iterate(ReceiveChannel<Integer> channel) {
        return () -> {
            List<Integer> all = new ArrayList<>();
            for (int value : channel) {
                all.add(value);
            }
            return all;
        };
    }
}
