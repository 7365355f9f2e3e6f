package app;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** So many connections, each with a thread that makes one query that takes 100 ms, all at once. */
public final class Queries {
    /** How many connect at once: servers' backlogs are short. */
    private static final Semaphore CONNECTING = new Semaphore(20);

    private Queries() {}

    /**
     * @param args URL, user, password, query, number
     */
    public static void main(String[] args) throws Exception {
        int n = Integer.parseInt(args[4]);
        for (int round = 1; round <= 3; round++) {
            round(args, n, round);
        }
    }

    private static void round(String[] args, int n, int round) throws Exception {
        CountDownLatch connected = new CountDownLatch(n);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(n);
        AtomicInteger rows = new AtomicInteger();
        List<Thread> threads =
                Starter.startAll(n, () -> query(args, connected, go, done, rows));
        connected.await();
        long start = System.nanoTime();
        go.countDown();
        Thread.sleep(60); // the queries are under way
        int during = Starter.osThreads();
        done.await();
        long millis = (System.nanoTime() - start) / 1_000_000;
        Starter.joinAll(threads);
        System.out.println(
                "round " + round + ": " + rows.get() + " queries of 100 ms in " + millis
                        + " ms, " + during + " threads, " + Starter.residentMegabytes() + " MB");
        if (rows.get() != n) {
            System.exit(1);
        }
    }

    private static void query(
            String[] args,
            CountDownLatch connected,
            CountDownLatch go,
            CountDownLatch done,
            AtomicInteger rows)
            throws Exception {
        try (Connection connection = connect(args);
                Statement statement = connection.createStatement()) {
            connected.countDown();
            go.await();
            try (ResultSet result = statement.executeQuery(args[3])) {
                if (result.next()) {
                    rows.incrementAndGet();
                }
            }
            done.countDown();
        }
    }

    private static Connection connect(String[] args) throws Exception {
        CONNECTING.acquire();
        try {
            return DriverManager.getConnection(args[0], args[1], args[2]);
        } finally {
            CONNECTING.release();
        }
    }
}
