import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.ContinuationScope;

/**
 * The side of virtual threads: Peer WORKLOAD SIZE REPETITIONS [DEPTH]; JDK 21 or later. Generators
 * use the JDK's internal continuation, which is the best that virtual threads could offer.
 */
public final class Peer {
    private static final int RING = 503;
    private static final int BATCH = 1000;
    private static final ContinuationScope SCOPE = new ContinuationScope("generator");

    private interface Work {
        long run(int size) throws Exception;
    }

    /**
     * A rendezvous channel as lean as the public API allows: a lock, two linked queues, park and
     * unpark.
     */
    private static final class Channel {
        private final ReentrantLock lock = new ReentrantLock();
        private Waiter receivers;
        private Waiter senders;

        void send(Object value) {
            lock.lock();
            Waiter receiver = receivers;
            if (receiver != null) {
                receivers = receiver.next;
                lock.unlock();
                receiver.finish(value);
                return;
            }
            Waiter self = new Waiter(value);
            senders = append(senders, self);
            lock.unlock();
            self.await();
        }

        Object receive() {
            lock.lock();
            Waiter sender = senders;
            if (sender != null) {
                senders = sender.next;
                lock.unlock();
                Object value = sender.value;
                sender.finish(value);
                return value;
            }
            Waiter self = new Waiter(null);
            receivers = append(receivers, self);
            lock.unlock();
            self.await();
            return self.value;
        }

        private static Waiter append(Waiter head, Waiter last) {
            if (head == null) {
                return last;
            }
            Waiter w = head;
            while (w.next != null) {
                w = w.next;
            }
            w.next = last;
            return head;
        }
    }

    private static final class Waiter {
        private final Thread thread = Thread.currentThread();
        private Object value;
        private Waiter next;
        private volatile boolean done;

        Waiter(Object value) {
            this.value = value;
        }

        void finish(Object result) {
            value = result;
            done = true;
            LockSupport.unpark(thread);
        }

        void await() {
            while (!done) {
                LockSupport.park();
            }
        }
    }

    private record Tree(Tree left, int value, Tree right) {
        static Tree build(int low, int high) {
            if (low > high) {
                return null;
            }
            int middle = (low + high) >>> 1;
            return new Tree(build(low, middle - 1), middle, build(middle + 1, high));
        }
    }

    private static int yielded;

    public static void main(String[] args) throws Exception {
        int size = Integer.parseInt(args[1]);
        if (args[0].equals("parked") || args[0].equals("live")) {
            parked(size, Integer.parseInt(args[3]), args[0].equals("live"));
            return;
        }
        Work work = work(args[0], size);
        for (int i = 0; work != null && i < Integer.parseInt(args[2]); i++) {
            long start = System.nanoTime();
            long result = work.run(size);
            System.out.println(
                    "sample " + (System.nanoTime() - start) + " " + result + " " + peakKb());
        }
        if (work == null) {
            System.out.println("unsupported");
        }
    }

    private static Work work(String name, int size) {
        return switch (name) {
            case "gophers" -> n -> inVirtualThread(() -> gophers(n));
            case "ring" -> n -> inVirtualThread(() -> ring(n));
            case "pingpong" -> n -> inVirtualThread(() -> pingPong(n));
            case "buffered" -> n -> inVirtualThread(() -> buffered(n));
            case "skynet" -> n -> inVirtualThread(() -> skynetRoot(n));
            case "spawn" -> n -> inVirtualThread(() -> spawn(n));
            case "yield" -> n -> inVirtualThread(() -> yieldInTurn(n));
            case "park" -> n -> inVirtualThread(() -> parkAndUnpark(n / 2));
            case "wake" ->
                    Integer.getInteger("jdk.virtualThreadScheduler.parallelism", 0) == 1
                            ? null
                            : n -> inVirtualThread(() -> wakeAcross(n));
            case "forkjoin" -> n -> inVirtualThread(() -> forkJoin(n));
            case "generator" -> Peer::generator;
            case "treewalk" -> {
                Tree tree = Tree.build(0, size - 1);
                yield n -> drain(() -> walk(tree), n);
            }
            default -> null;
        };
    }

    private static long inVirtualThread(java.util.concurrent.Callable<Long> body) throws Exception {
        CompletableFuture<Long> result = new CompletableFuture<>();
        go(() -> result.complete(body.call()));
        return result.get();
    }

    private interface Body {
        void run() throws Exception;
    }

    private static void go(Body body) {
        Thread.startVirtualThread(
                () -> {
                    try {
                        body.run();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static long peakKb() throws Exception {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return -1;
    }

    private static long gophers(int n) {
        Channel leftmost = new Channel();
        Channel left = leftmost;
        for (int i = 0; i < n; i++) {
            Channel to = left;
            Channel from = new Channel();
            go(() -> to.send(1 + (Integer) from.receive()));
            left = from;
        }
        Channel rightmost = left;
        go(() -> rightmost.send(1));
        return (Integer) leftmost.receive();
    }

    private static long ring(int hops) throws Exception {
        Channel[] links = new Channel[RING];
        for (int i = 0; i < RING; i++) {
            links[i] = new Channel();
        }
        CompletableFuture<Integer> done = new CompletableFuture<>();
        for (int i = 0; i < RING; i++) {
            int member = i;
            go(() -> ringMember(member, links[member], links[(member + 1) % RING], done));
        }
        links[0].send(hops);
        return done.get();
    }

    private static void ringMember(
            int i, Channel from, Channel to, CompletableFuture<Integer> done) {
        for (; ; ) {
            int v = (Integer) from.receive();
            if (v == 0) {
                done.complete(i);
            }
            if (v > 1 - RING) {
                to.send(v - 1);
            }
            if (v <= 0) {
                return;
            }
        }
    }

    private static long pingPong(int n) {
        Channel ping = new Channel();
        Channel pong = new Channel();
        go(
                () -> {
                    for (int i = 0; i < n; i++) {
                        pong.send(1 + (Integer) ping.receive());
                    }
                });
        long sum = 0;
        for (int i = 0; i < n; i++) {
            ping.send(i);
            sum += (Integer) pong.receive();
        }
        return sum;
    }

    private static long buffered(int n) throws Exception {
        ArrayBlockingQueue<Integer> queue = new ArrayBlockingQueue<>(100);
        go(
                () -> {
                    for (int i = 0; i < n; i++) {
                        queue.put(i);
                    }
                });
        long sum = 0;
        for (int i = 0; i < n; i++) {
            sum += queue.take();
        }
        return sum;
    }

    private static long skynetRoot(int size) {
        Channel up = new Channel();
        go(() -> skynet(up, 0, size));
        return (Long) up.receive();
    }

    private static void skynet(Channel up, long number, int size) {
        if (size == 1) {
            up.send(number);
            return;
        }
        Channel down = new Channel();
        for (int i = 0; i < 10; i++) {
            long first = number + (long) i * (size / 10);
            go(() -> skynet(down, first, size / 10));
        }
        long sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += (Long) down.receive();
        }
        up.send(sum);
    }

    private static long spawn(int n) throws Exception {
        AtomicLong finished = new AtomicLong();
        for (int made = 0; made < n; made += BATCH) {
            CountDownLatch latch = new CountDownLatch(BATCH);
            for (int i = 0; i < BATCH; i++) {
                Thread.startVirtualThread(
                        () -> {
                            finished.incrementAndGet();
                            latch.countDown();
                        });
            }
            latch.await();
        }
        return finished.get();
    }

    private static long yieldInTurn(int n) throws Exception {
        FutureTask<Long> other = new FutureTask<>(() -> yieldOften(n / 2));
        Thread.startVirtualThread(other);
        return yieldOften(n / 2) + other.get();
    }

    private static long yieldOften(int n) {
        long done = 0;
        for (int i = 0; i < n; i++) {
            Thread.yield();
            done++;
        }
        return done;
    }

    private static long parkAndUnpark(int rounds) throws Exception {
        AtomicInteger turn = new AtomicInteger();
        Thread[] pair = new Thread[2];
        for (int i = 0; i < 2; i++) {
            int mine = i;
            pair[i] = Thread.ofVirtual().unstarted(() -> takeTurns(turn, mine, rounds, pair));
        }
        for (Thread thread : pair) {
            thread.start();
        }
        for (Thread thread : pair) {
            thread.join();
        }
        return turn.get();
    }

    private static void takeTurns(AtomicInteger turn, int mine, int rounds, Thread[] pair) {
        for (int i = 0; i < rounds; i++) {
            while ((turn.get() & 1) != mine) {
                LockSupport.park();
            }
            turn.incrementAndGet();
            LockSupport.unpark(pair[1 - mine]);
        }
    }

    /** A thread that never gives up its carrier wakes another, which answers from another one. */
    private static long wakeAcross(int rounds) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        Thread other = Thread.startVirtualThread(() -> answer(asked, answered, rounds));
        for (int i = 1; i <= rounds; i++) {
            asked.set(i);
            LockSupport.unpark(other);
            int seen;
            do {
                seen = answered.get();
            } while (seen != i);
        }
        other.join();
        return answered.get();
    }

    private static void answer(AtomicInteger asked, AtomicInteger answered, int rounds) {
        for (int i = 1; i <= rounds; i++) {
            while (asked.get() != i) {
                LockSupport.park();
            }
            answered.set(i);
        }
    }

    private static long forkJoin(int n) throws Exception {
        if (n < 2) {
            return n;
        }
        FutureTask<Long> left = new FutureTask<>(() -> forkJoin(n - 1));
        Thread.startVirtualThread(left);
        long right = forkJoin(n - 2);
        return left.get() + right;
    }

    private static long generator(int n) {
        return drain(
                () -> {
                    for (int i = 0; ; i++) {
                        Peer.yield(i);
                    }
                },
                n);
    }

    private static long drain(Runnable body, int n) {
        Continuation continuation = new Continuation(SCOPE, body);
        long sum = 0;
        for (int i = 0; i < n; i++) {
            continuation.run();
            sum += yielded;
        }
        return sum;
    }

    private static void yield(int value) {
        yielded = value;
        Continuation.yield(SCOPE);
    }

    private static void walk(Tree tree) {
        if (tree != null) {
            walk(tree.left());
            Peer.yield(tree.value());
            walk(tree.right());
        }
    }

    private static void parked(int n, int depth, boolean live) throws Exception {
        long before = inUse();
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch ready = new CountDownLatch(n);
        for (int i = 0; i < n; i++) {
            go(
                    () -> {
                        ready.countDown();
                        if (live) {
                            descendLive(depth, depth, "name", gate);
                        } else {
                            descend(depth, gate);
                        }
                    });
        }
        ready.await();
        Thread.sleep(200);
        System.out.println("sample " + (inUse() - before) + " " + n + " " + peakKb());
        // Waking so many waiters of one latch takes minutes and is not measured.
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static int descend(int depth, CountDownLatch gate) throws Exception {
        if (depth <= 1) {
            gate.await();
            return 0;
        }
        return 1 + descend(depth - 1, gate);
    }

    private static long descendLive(int depth, long sum, String name, CountDownLatch gate)
            throws Exception {
        if (depth <= 1) {
            gate.await();
            return 0;
        }
        long below = descendLive(depth - 1, sum + depth, name, gate);
        return below * depth + sum + name.length();
    }

    private static long inUse() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
