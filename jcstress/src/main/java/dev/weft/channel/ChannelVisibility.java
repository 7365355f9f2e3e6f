package dev.weft.channel;

import dev.weft.sync.Mutex;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * The table of docs/channels.md, one test a line: what is done before one operation is seen after the other. The variable
 * {@code x} is plain; 0 would mean that it was not seen.
 */
public final class ChannelVisibility {
    private static final Integer TOKEN = 1;

    private ChannelVisibility() {}

    /** A send happens before the receive that gets its value completes; rendezvous. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE)
    @State
    public static class SendBeforeReceive {
        private final Channel<Integer> c = Channel.rendezvous();
        private int x;

        @Actor
        public void sender() {
            x = 1;
            c.send(TOKEN);
        }

        @Actor
        public void receiver(I_Result r) {
            c.receive();
            r.r1 = x;
        }
    }

    /** The same through a buffer. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE)
    @State
    public static class BufferedSendBeforeReceive {
        private final Channel<Integer> c = Channel.buffered(2);
        private int x;

        @Actor
        public void sender() {
            x = 1;
            c.send(TOKEN);
        }

        @Actor
        public void receiver(I_Result r) {
            c.receive();
            r.r1 = x;
        }
    }

    /** The same where only the latest value is kept. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE)
    @State
    public static class ConflatedSendBeforeReceive {
        private final Channel<Integer> c = Channel.conflated();
        private int x;

        @Actor
        public void sender() {
            x = 1;
            c.send(TOKEN);
        }

        @Actor
        public void receiver(I_Result r) {
            c.receive();
            r.r1 = x;
        }
    }

    /** The same through a buffer without a bound. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE)
    @State
    public static class UnlimitedSendBeforeReceive {
        private final Channel<Integer> c = Channel.unlimited();
        private int x;

        @Actor
        public void sender() {
            x = 1;
            c.send(TOKEN);
        }

        @Actor
        public void receiver(I_Result r) {
            c.receive();
            r.r1 = x;
        }
    }

    /** The same where the receiver polls without waiting: it finds nothing, or sees everything. */
    @JCStressTest
    @Outcome(id = "-1, -1", expect = Expect.ACCEPTABLE, desc = "came too early")
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE)
    @State
    public static class SendBeforePoll {
        private final Channel<Integer> c = Channel.buffered(2);
        private int x;

        @Actor
        public void sender() {
            x = 1;
            c.trySend(TOKEN);
        }

        @Actor
        public void receiver(II_Result r) {
            boolean found = c.poll() != null;
            r.r1 = found ? 1 : -1;
            r.r2 = found ? x : -1;
        }
    }

    /** A rendezvous receive happens before the send completes. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE)
    @State
    public static class RendezvousReceiveBeforeSendCompletes {
        private final Channel<Integer> c = Channel.rendezvous();
        private int x;

        @Actor
        public void receiver() {
            x = 1;
            c.receive();
        }

        @Actor
        public void sender(I_Result r) {
            c.send(TOKEN);
            r.r1 = x;
        }
    }

    /** The k-th receive happens before the (k + capacity)-th send completes. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE)
    @State
    public static class ReceiveBeforeLaterSendCompletes {
        private final Channel<Integer> c = Channel.buffered(1);
        private int x;

        @Actor
        public void receiver() {
            x = 1;
            c.receive();
        }

        @Actor
        public void sender(I_Result r) {
            c.send(TOKEN);
            c.send(TOKEN);
            r.r1 = x;
        }
    }

    /** A close happens before the receive that finds the end. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE)
    @State
    public static class CloseBeforeEnd {
        private final Channel<Integer> c = Channel.rendezvous();
        private int x;

        @Actor
        public void closer() {
            x = 1;
            c.close();
        }

        @Actor
        public void receiver(I_Result r) {
            c.receiveOrNull();
            r.r1 = x;
        }
    }

    /** The same where a select finds the end, which it does without the lock. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE)
    @State
    public static class CloseBeforeSelectedEnd {
        private final Channel<Integer> c = Channel.buffered(1);
        private int x;

        @Actor
        public void closer() {
            x = 1;
            c.close();
        }

        @Actor
        public void receiver(I_Result r) {
            Select select = Select.fair();
            select.receive(c);
            r.r1 = select.select().index() == 0 ? x : -2;
        }
    }

    /** A select has the effects of the operation that it chose. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE)
    @State
    public static class SendBeforeSelectedReceive {
        private final Channel<Integer> c = Channel.rendezvous();
        private final Channel<Integer> never = Channel.rendezvous();
        private int x;

        @Actor
        public void sender() {
            x = 1;
            c.send(TOKEN);
        }

        @Actor
        public void receiver(I_Result r) {
            Select select = Select.fair();
            select.receive(never);
            ReceiveCase<Integer> from = select.receive(c);
            select.select();
            from.take();
            r.r1 = x;
        }
    }

    /** An unlock happens before the lock that follows it: two increments are two. */
    @JCStressTest
    @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE)
    @Outcome(id = "2, 1", expect = Expect.ACCEPTABLE)
    @State
    public static class UnlockBeforeLock {
        private final Mutex mutex = new Mutex();
        private int x;

        @Actor
        public void one(II_Result r) {
            mutex.lock();
            r.r1 = ++x;
            mutex.unlock();
        }

        @Actor
        public void two(II_Result r) {
            mutex.lock();
            r.r2 = ++x;
            mutex.unlock();
        }
    }
}
