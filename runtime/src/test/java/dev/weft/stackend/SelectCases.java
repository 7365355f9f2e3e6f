package dev.weft.stackend;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.channel.ReceiveCase;
import dev.weft.channel.Select;
import dev.weft.channel.SelectCase;
import dev.weft.channel.SendCase;
import dev.weft.channel.SendResult;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Weft;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Selects. */
final class SelectCases {
    private SelectCases() {}

    static void addTo(Map<String, Supplier<EndCase>> all) {
        all.put("select.default", SelectDefault::new);
        all.put("select.peers", SelectPeers::new);
        all.put("select.timed", SelectTimed::new);
    }

    private static int drain(Channel<Integer> channel) {
        int n = 0;
        while (channel.poll() != null) {
            n++;
        }
        return n;
    }

    @Suspendable
    private static final class SelectDefault extends EndCase {
        private final Channel<Integer> one = Channel.buffered(2);
        private final Channel<Integer> two = Channel.buffered(2);
        private final Select select = Select.fair();
        private final SendCase<Integer> send = select.send(one);
        private final ReceiveCase<Integer> receive = select.receive(two);
        private final SelectCase otherwise = select.otherwise();
        private int held;

        @Override
        void act() {
            send.offer(1);
            SelectCase chosen = select.select();
            if (chosen == send) {
                held++;
            } else if (chosen == otherwise) {
                if (one.poll() != null) {
                    held--;
                }
            } else if (chosen != receive) {
                throw new IllegalStateException("no case");
            }
        }

        @Override
        String check() {
            one.close();
            two.close();
            return same("held", held, drain(one));
        }
    }

    /** Selects at the other end. */
    @Suspendable
    private static final class SelectPeers extends EndCase {
        private final Channel<Integer> data = Channel.rendezvous();
        private final Channel<Integer> other = Channel.rendezvous();
        private final Fiber<Integer> peer = Weft.go(StackEnd.PEERS, () -> receiveAll());
        private int sent;

        SelectPeers() {
            while (other.balance() > -1) {
                Thread.yield();
            }
        }

        private int receiveAll() {
            Select select = Select.fair();
            ReceiveCase<Integer> first = select.receive(data);
            ReceiveCase<Integer> second = select.receive(other);
            int n = 0;
            for (; ; ) {
                SelectCase chosen = select.select();
                if (chosen == second) {
                    return n;
                }
                n += first.take();
            }
        }

        @Override
        void act() {
            if (data.trySend(1) == SendResult.SENT) {
                sent++;
            }
        }

        @Override
        String check() {
            other.close();
            return same("received", sent, peer.join());
        }
    }

    @Suspendable
    private static final class SelectTimed extends EndCase {
        private final Channel<Integer> one = Channel.rendezvous();
        private final Channel<Integer> two = Channel.rendezvous();
        private final Select select = Select.fair();
        private final SelectCase late;

        SelectTimed() {
            select.receive(one);
            select.receive(two);
            late = select.timeout(1, TimeUnit.MICROSECONDS);
        }

        @Override
        void act() {
            if (select.select() != late) {
                throw new IllegalStateException("something came");
            }
        }

        @Override
        String check() {
            String wrong = same("balance of the first", 0, one.balance());
            return wrong != null ? wrong : same("of the second", 0, two.balance());
        }
    }
}
