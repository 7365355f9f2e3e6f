package dev.weft.concurrency;

import dev.weft.channel.Channel;
import dev.weft.channel.ChannelClosedException;
import dev.weft.channel.ReceiveCase;
import dev.weft.channel.Select;
import dev.weft.channel.SelectCase;
import dev.weft.channel.SendCase;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A select with a default is one atomic step over all its channels. Prioritised, because a
 * specification must say which of several ready cases wins.
 */
@Timeout(600)
class SelectLincheckTest {
    @Test
    void model() {
        Checks.model(TwoChannels.class, Specification.class);
    }

    @Test
    void stress() {
        Checks.stress(TwoChannels.class, Specification.class);
    }

    @Param(name = "value", gen = IntGen.class, conf = "1:5")
    public static final class TwoChannels {
        private final Channel<Integer> a = Channel.buffered(1);
        private final Channel<Integer> b = Channel.buffered(1);

        @Operation
        public String receiveAny() {
            Select select = Select.prioritised();
            ReceiveCase<Integer> fromA = select.receive(a);
            ReceiveCase<Integer> fromB = select.receive(b);
            SelectCase none = select.otherwise();
            SelectCase chosen = select.select();
            return chosen == none
                    ? "none"
                    : chosen == fromA ? "a" + fromA.value() : "b" + fromB.value();
        }

        @Operation
        public String sendAny(@Param(name = "value") int value) {
            Select select = Select.prioritised();
            SendCase<Integer> toB = select.send(b);
            SendCase<Integer> toA = select.send(a);
            SelectCase none = select.otherwise();
            toA.offer(value);
            toB.offer(value);
            try {
                SelectCase chosen = select.select();
                return chosen == none ? "none" : chosen == toA ? "a" : "b";
            } catch (ChannelClosedException e) {
                return "closed";
            }
        }

        /** Takes from one and gives to the other, whichever can be done. */
        @Operation
        public String either(@Param(name = "value") int value) {
            Select select = Select.prioritised();
            ReceiveCase<Integer> fromB = select.receive(b);
            SendCase<Integer> toA = select.send(a);
            SelectCase none = select.otherwise();
            toA.offer(value);
            SelectCase chosen = select.select();
            return chosen == none ? "none" : chosen == toA ? "a" : "b" + fromB.value();
        }

        @Operation
        public boolean closeB() {
            return b.close();
        }
    }

    public static final class Specification {
        private final Deque<Integer> a = new ArrayDeque<>();
        private final Deque<Integer> b = new ArrayDeque<>();
        private boolean closed;

        public String receiveAny() {
            if (!a.isEmpty()) {
                return "a" + a.poll();
            }
            return b.isEmpty() && !closed ? "none" : "b" + b.poll();
        }

        public String sendAny(int value) {
            if (closed) {
                return "closed";
            }
            if (b.isEmpty()) {
                b.add(value);
                return "b";
            }
            return sendA(value);
        }

        public String either(int value) {
            return b.isEmpty() && !closed ? sendA(value) : "b" + b.poll();
        }

        public boolean closeB() {
            boolean first = !closed;
            closed = true;
            return first;
        }

        private String sendA(int value) {
            if (a.isEmpty()) {
                a.add(value);
                return "a";
            }
            return "none";
        }
    }
}
