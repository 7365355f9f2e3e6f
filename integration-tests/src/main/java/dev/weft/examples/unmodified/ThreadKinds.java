package dev.weft.examples.unmodified;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Starts many threads in every way that Java has, each of which waits for all others to have
 * started, and says for each way how many ran, as how many threads in their own eyes, and whether
 * each had a {@link ThreadLocal} of its own; in the end how many threads the JVM has had at once.
 */
public final class ThreadKinds {
    private static final ThreadLocal<Integer> OWN = ThreadLocal.withInitial(() -> 0);

    private final int number;

    private ThreadKinds(int number) {
        this.number = number;
    }

    /** Counts who comes; all wait for the last. */
    private final class Meeting implements Runnable {
        private final Set<Thread> threads =
                Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
        private final CountDownLatch all = new CountDownLatch(number);
        private final CountDownLatch ended = new CountDownLatch(number);
        private final AtomicInteger wrong = new AtomicInteger();

        @Override
        public void run() {
            threads.add(Thread.currentThread());
            OWN.set(OWN.get() + 1);
            all.countDown();
            try {
                if (!all.await(60, TimeUnit.SECONDS)) {
                    wrong.incrementAndGet();
                }
            } catch (InterruptedException e) {
                wrong.incrementAndGet();
            }
            if (OWN.get() != 1) {
                wrong.incrementAndGet();
            }
            OWN.remove();
            ended.countDown();
        }

        void end(String kind) throws InterruptedException {
            ended.await();
            System.out.println(kind + " " + number + "/" + threads.size() + "/" + wrong);
        }
    }

    /** A subclass. */
    private static final class Own extends Thread {
        private final Runnable body;

        Own(Runnable body) {
            super("own");
            this.body = body;
        }

        @Override
        public void run() {
            body.run();
        }
    }

    /**
     * Runs all.
     *
     * @param arguments how many
     * @throws Exception when interrupted, or a task failed
     */
    public static void main(String[] arguments) throws Exception {
        ThreadKinds kinds = new ThreadKinds(Integer.parseInt(arguments[0]));
        int before = ManagementFactory.getThreadMXBean().getThreadCount();
        kinds.threads();
        kinds.pools();
        kinds.timers();
        kinds.stages();
        int peak = ManagementFactory.getThreadMXBean().getPeakThreadCount();
        System.out.println("threads " + (peak - before < kinds.number / 2 ? "few" : "many"));
    }

    private void threads() throws InterruptedException {
        Meeting plain = new Meeting();
        Meeting own = new Meeting();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            all.add(new Thread(plain));
            all.add(new Own(own));
        }
        for (Thread thread : all) {
            thread.start();
        }
        for (Thread thread : all) {
            thread.join();
        }
        plain.end("thread");
        own.end("subclass");
    }

    private void pools() throws InterruptedException {
        inPool("fixed", Executors.newFixedThreadPool(number));
        inPool("cached", Executors.newCachedThreadPool());
        inPool("scheduled", Executors.newScheduledThreadPool(number));
        inPool("factory", Executors.newCachedThreadPool(Own::new));
    }

    private void inPool(String kind, ExecutorService pool) throws InterruptedException {
        Meeting meeting = new Meeting();
        for (int i = 0; i < number; i++) {
            pool.execute(meeting);
        }
        meeting.end(kind);
        pool.shutdown();
        pool.awaitTermination(60, TimeUnit.SECONDS);
    }

    private void timers() throws InterruptedException {
        Meeting meeting = new Meeting();
        List<Timer> timers = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Timer timer = new Timer();
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            meeting.run();
                        }
                    },
                    1);
            timers.add(timer);
        }
        meeting.end("timer");
        timers.forEach(Timer::cancel);
    }

    private void stages() throws Exception {
        int sum = 0;
        List<CompletionStage<Integer>> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            CompletionStage<Integer> one = CompletableFuture.supplyAsync(ThreadKinds::slow);
            all.add(one.thenApplyAsync(x -> x + slow()));
        }
        for (CompletionStage<Integer> stage : all) {
            sum += stage.toCompletableFuture().get();
        }
        System.out.println("stages " + sum);
    }

    private static int slow() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return 1;
    }
}
