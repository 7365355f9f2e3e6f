package app;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import redis.clients.jedis.Jedis;

/** So many threads, each with a connection, block in BLPOP at once; then each gets its element. */
public final class Redis {
    /** How many connect at once: Jedis does it, and asks the server for something, in a constructor. */
    private static final Semaphore CONNECTING = new Semaphore(20);

    private Redis() {}

    /**
     * @param args port, number
     */
    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        int n = Integer.parseInt(args[1]);
        for (int round = 1; round <= 3; round++) {
            round(port, n, round);
        }
    }

    private static void round(int port, int n, int round) throws Exception {
        AtomicInteger number = new AtomicInteger();
        AtomicInteger got = new AtomicInteger();
        long start = System.nanoTime();
        List<Thread> threads =
                Starter.startAll(n, () -> pop(port, number.incrementAndGet(), got));
        try (Jedis jedis = new Jedis("localhost", port)) {
            while (!jedis.info("clients").contains("blocked_clients:" + n + "\r")) {
                Thread.sleep(1);
            }
            long blocked = System.nanoTime();
            int during = Starter.osThreads();
            for (int i = 1; i <= n; i++) {
                jedis.rpush("list-" + i, "value-" + i);
            }
            Starter.joinAll(threads);
            long end = System.nanoTime();
            System.out.println(
                    "round " + round + ": " + n + " calls blocked at once after "
                            + (blocked - start) / 1_000_000 + " ms, " + got.get() + " answered in "
                            + (end - blocked) / 1_000_000 + " ms, " + during + " threads, "
                            + Starter.residentMegabytes() + " MB");
        }
        if (got.get() != n) {
            System.exit(1);
        }
    }

    private static void pop(int port, int number, AtomicInteger got) throws Exception {
        try (Jedis jedis = connect(port)) {
            List<String> pair = jedis.blpop(30, "list-" + number);
            if (pair.get(1).equals("value-" + number)) {
                got.incrementAndGet();
            }
        }
    }

    private static Jedis connect(int port) throws Exception {
        CONNECTING.acquire();
        try {
            Jedis jedis = new Jedis("localhost", port, 30_000);
            jedis.ping();
            return jedis;
        } finally {
            CONNECTING.release();
        }
    }
}
