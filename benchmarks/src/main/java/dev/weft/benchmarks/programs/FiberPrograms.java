package dev.weft.benchmarks.programs;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Weft;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The classic programs on fibers and channels. To be called from a fiber; each returns a result
 * that is checked.
 */
@Suspendable
public final class FiberPrograms {
    /** Members of {@link #ring(int)}; prime, as in the classic thread ring. */
    public static final int RING_SIZE = 503;

    private static final int BATCH = 1000;

    private FiberPrograms() {}

    /**
     * A chain of fibers; each adds one to what its right neighbour sends and sends it to the left.
     *
     * @param n how many
     * @return {@code n + 1}
     */
    public static long gophers(int n) {
        Channel<Integer> leftmost = Channel.rendezvous();
        Channel<Integer> left = leftmost;
        for (int i = 0; i < n; i++) {
            Channel<Integer> to = left;
            Channel<Integer> from = Channel.rendezvous();
            Weft.go(() -> gopher(to, from));
            left = from;
        }
        Channel<Integer> rightmost = left;
        Weft.go(() -> rightmost.send(1));
        return leftmost.receive();
    }

    private static void gopher(Channel<Integer> left, Channel<Integer> right) {
        left.send(1 + right.receive());
    }

    /**
     * A token that counts down while it goes round {@link #RING_SIZE} fibers.
     *
     * @param hops where it starts to count
     * @return the member that it reaches at zero
     */
    public static long ring(int hops) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        Channel<Integer>[] links = new Channel[RING_SIZE];
        for (int i = 0; i < RING_SIZE; i++) {
            links[i] = Channel.rendezvous();
        }
        Channel<Integer> done = Channel.rendezvous();
        for (int i = 0; i < RING_SIZE; i++) {
            int member = i;
            Weft.go(() -> ringMember(member, links[member], links[(member + 1) % RING_SIZE], done));
        }
        links[0].send(hops);
        return done.receive();
    }

    /** At zero the member reports itself and sends a wave round that ends all. */
    private static void ringMember(
            int i, Channel<Integer> from, Channel<Integer> to, Channel<Integer> done) {
        for (; ; ) {
            int v = from.receive();
            if (v == 0) {
                done.send(i);
            }
            if (v > 1 - RING_SIZE) {
                to.send(v - 1);
            }
            if (v <= 0) {
                return;
            }
        }
    }

    /**
     * Two fibers that answer each other over two rendezvous channels.
     *
     * @param n round trips
     * @return the sum of the answers
     */
    public static long pingPong(int n) {
        Channel<Integer> ping = Channel.rendezvous();
        Channel<Integer> pong = Channel.rendezvous();
        Weft.go(() -> echo(ping, pong, n));
        long sum = 0;
        for (int i = 0; i < n; i++) {
            ping.send(i);
            sum += pong.receive();
        }
        return sum;
    }

    private static void echo(Channel<Integer> ping, Channel<Integer> pong, int n) {
        for (int i = 0; i < n; i++) {
            pong.send(1 + ping.receive());
        }
    }

    /**
     * A producer and a consumer with a channel between them.
     *
     * @param n items
     * @param capacity of the channel; 0: rendezvous
     * @return the sum of the items
     */
    public static long buffered(int n, int capacity) {
        Channel<Integer> channel =
                capacity == 0 ? Channel.rendezvous() : Channel.buffered(capacity);
        Weft.go(() -> produce(channel, n));
        long sum = 0;
        for (int i = 0; i < n; i++) {
            sum += channel.receive();
        }
        return sum;
    }

    private static void produce(Channel<Integer> channel, int n) {
        for (int i = 0; i < n; i++) {
            channel.send(i);
        }
    }

    /**
     * A tree of fibers with ten children each; the leaves send their numbers up.
     *
     * @param leaves a power of ten
     * @return the sum of the leaves' numbers
     */
    public static long skynet(int leaves) {
        Channel<Long> up = Channel.rendezvous();
        Weft.go(() -> skynet(up, 0, leaves));
        return up.receive();
    }

    private static void skynet(Channel<Long> up, long number, int size) {
        if (size == 1) {
            up.send(number);
            return;
        }
        Channel<Long> down = Channel.rendezvous();
        for (int i = 0; i < 10; i++) {
            long first = number + (long) i * (size / 10);
            Weft.go(() -> skynet(down, first, size / 10));
        }
        long sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += down.receive();
        }
        up.send(sum);
    }

    /**
     * Fibers that do next to nothing, spawned in batches of 1000, each batch joined before the
     * next.
     *
     * @param n how many; a multiple of 1000
     * @return how many ran
     */
    public static long spawn(int n) {
        AtomicLong finished = new AtomicLong();
        Fiber<?>[] batch = new Fiber<?>[BATCH];
        for (int made = 0; made < n; made += BATCH) {
            for (int i = 0; i < BATCH; i++) {
                batch[i] = Weft.go(() -> count(finished));
            }
            for (Fiber<?> fiber : batch) {
                fiber.join();
            }
        }
        return finished.get();
    }

    private static void count(AtomicLong finished) {
        finished.incrementAndGet();
    }

    /**
     * Two fibers that give up their turns to each other.
     *
     * @param n turns in all
     * @return {@code n}
     */
    public static long yielding(int n) {
        Fiber<?> other = Weft.go(() -> yieldTurns(n / 2));
        yieldTurns(n - n / 2);
        other.join();
        return n;
    }

    private static void yieldTurns(int n) {
        for (int i = 0; i < n; i++) {
            Weft.yield();
        }
    }

    /**
     * Receives from a gate with so many calls on the stack.
     *
     * @param depth how many; at least 1
     * @param gate what to wait for
     * @return the depth below plus what was received
     */
    public static int descend(int depth, Channel<Integer> gate) {
        if (depth <= 1) {
            return gate.receive();
        }
        return 1 + descend(depth - 1, gate);
    }

    /**
     * As {@link #descend}, but each call needs two numbers and an object when it goes on.
     *
     * @param depth how many; at least 1
     * @param sum a number that each call adds to
     * @param name an object that each call uses
     * @param gate what to wait for
     * @return a number made of all of them
     */
    public static long descendLive(int depth, long sum, String name, Channel<Integer> gate) {
        if (depth <= 1) {
            return gate.receive();
        }
        long below = descendLive(depth - 1, sum + depth, name, gate);
        return below * depth + sum + name.length();
    }
}
