package dev.weft.stackend;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.channel.ChannelClosedException;
import dev.weft.channel.ReceiveCase;
import dev.weft.channel.Select;
import dev.weft.channel.SelectCase;
import dev.weft.channel.SendCase;
import dev.weft.channel.SendResult;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Channels and selects. */
final class ChannelCases {
    private ChannelCases() {}

    static void addTo(Map<String, Supplier<EndCase>> all) {
        all.put("channel.try", Buffered::new);
        all.put("channel.toReceiver", ToReceiver::new);
        all.put("channel.fromSender", () -> new FromSender(false));
        all.put("channel.receive", () -> new FromSender(true));
        all.put("channel.timed", Timed::new);
        all.put("channel.close", Close::new);
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
    private static final class Buffered extends EndCase {
        private final Channel<Integer> channel = Channel.buffered(4);
        private int held;

        @Override
        void act() {
            if (channel.trySend(1) == SendResult.SENT) {
                held++;
            }
            if (channel.poll() != null) {
                held--;
            }
        }

        @Override
        String check() {
            return same("buffered", held, drain(channel));
        }
    }

    /** Fibers that receive until the channel is closed, and count. */
    @Suspendable
    private static final class ToReceiver extends EndCase {
        private final Channel<Integer> channel = Channel.rendezvous();
        private final List<Fiber<Integer>> receivers = new ArrayList<>();
        private int sent;

        ToReceiver() {
            for (int i = 0; i < 2; i++) {
                receivers.add(Weft.go(StackEnd.PEERS, () -> receiveAll()));
            }
            while (channel.balance() > -2) {
                Thread.yield();
            }
        }

        private int receiveAll() {
            int n = 0;
            while (channel.receiveOrNull() != null) {
                n++;
            }
            return n;
        }

        @Override
        void act() {
            if (channel.trySend(1) == SendResult.SENT) {
                sent++;
            }
        }

        @Override
        String check() {
            channel.close();
            int received = 0;
            for (Fiber<Integer> receiver : receivers) {
                received += receiver.join();
            }
            return same("received", sent, received);
        }
    }

    /** Fibers that send until the channel is closed, and count. */
    @Suspendable
    private static final class FromSender extends EndCase {
        private final Channel<Integer> channel = Channel.rendezvous();
        private final List<Fiber<Integer>> senders = new ArrayList<>();
        private final boolean waits;
        private int received;

        FromSender(boolean waits) {
            this.waits = waits;
            for (int i = 0; i < 2; i++) {
                senders.add(Weft.go(StackEnd.PEERS, () -> sendAll()));
            }
            while (channel.balance() < 2) {
                Thread.yield();
            }
        }

        private int sendAll() {
            int n = 0;
            try {
                for (; ; ) {
                    channel.send(n);
                    n++;
                }
            } catch (ChannelClosedException closed) {
                return n;
            }
        }

        @Override
        void act() {
            if (waits ? channel.receive() != null : channel.poll() != null) {
                received++;
            }
        }

        @Override
        String check() {
            channel.close();
            int sent = 0;
            for (Fiber<Integer> sender : senders) {
                sent += sender.join();
            }
            return same("received", sent, received);
        }
    }

    @Suspendable
    private static final class Timed extends EndCase {
        private final Channel<Integer> empty = Channel.rendezvous();
        private final Channel<Integer> full = Channel.buffered(1);

        Timed() {
            full.send(1);
        }

        @Override
        void act() {
            if (empty.poll(1, TimeUnit.MICROSECONDS) != null
                    || full.trySend(2, 1, TimeUnit.MICROSECONDS) == SendResult.SENT) {
                throw new IllegalStateException("something came");
            }
        }

        @Override
        String check() {
            String wrong = same("balance of the empty", 0, empty.balance());
            return wrong != null ? wrong : same("of the full", 1, drain(full) + full.balance());
        }
    }

    @Suspendable
    private static final class Close extends EndCase {
        private final List<Channel<Integer>> channels = new ArrayList<>();
        private final List<Fiber<Integer>> receivers = new ArrayList<>();
        private int closed;

        Close() {
            for (int i = 0; i < 16; i++) {
                Channel<Integer> channel = Channel.rendezvous();
                channels.add(channel);
                receivers.add(Weft.go(StackEnd.PEERS, () -> receive(channel)));
                while (channel.balance() > -1) {
                    Thread.yield();
                }
            }
        }

        private static int receive(Channel<Integer> channel) {
            return channel.receiveOrNull() == null ? 1 : 0;
        }

        @Override
        void act() {
            if (channels.get(closed).close()) {
                closed++;
            }
        }

        @Override
        String check() {
            int n = 0;
            for (Channel<Integer> channel : channels) {
                n += channel.close() ? 0 : 1;
            }
            int ended = 0;
            for (Fiber<Integer> receiver : receivers) {
                ended += receiver.join();
            }
            return n == closed ? same("ended", receivers.size(), ended) : same("closed", closed, n);
        }
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
