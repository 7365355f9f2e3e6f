package t;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.TreeSet;
import java.util.concurrent.*;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Ordinary code with threads; each scenario gives a text that does not depend on timing. */
public class ThreadUser {
    static final AtomicInteger FIBERS = new AtomicInteger();
    static final ThreadLocal<String> NAME = ThreadLocal.withInitial(() -> "first");
    static final ThreadLocal<Integer> PLAIN = new ThreadLocal<>();
    static final ThreadLocal<List<String>> OWN =
            new ThreadLocal<>() {
                @Override
                protected List<String> initialValue() {
                    return new ArrayList<>(List.of("own"));
                }
            };
    static final InheritableThreadLocal<String> PARENT =
            new InheritableThreadLocal<>() {
                @Override
                protected String childValue(String parent) {
                    return parent + "'s child";
                }
            };

    public static String run(String scenario) throws Exception {
        return run(ThreadUser.class, scenario);
    }

    static String run(Class<?> user, String scenario) throws Exception {
        String text = (String) user.getDeclaredMethod(scenario).invoke(null);
        return text + " fibers=" + FIBERS.get();
    }

    /** Counts where it runs; a wait in between lets others in. */
    static void here() throws InterruptedException {
        Thread.sleep(1);
        for (StackTraceElement e : new Throwable().getStackTrace()) {
            if (e.getClassName().equals("dev.weft.fiber.Fiber")) {
                FIBERS.incrementAndGet();
                return;
            }
        }
    }

    static String identity() throws Exception {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        Thread[] threads = new Thread[3];
        Set<Long> ids = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < threads.length; i++) {
            int n = i;
            threads[i] =
                    new Thread(
                            () -> {
                                try {
                                    Thread me = Thread.currentThread();
                                    here();
                                    ids.add(me.getId());
                                    seen.add(
                                            me.getName()
                                                    + (me == threads[n])
                                                    + (me == Thread.currentThread())
                                                    + me.isAlive()
                                                    + me.isDaemon()
                                                    + me.getState()
                                                    + (me.getStackTrace().length > 0));
                                } catch (InterruptedException e) {
                                    seen.add("interrupted");
                                }
                            },
                            "worker-" + i);
            seen.add(threads[i].getState() + " " + threads[i].isAlive());
        }
        threads[0].setDaemon(true);
        for (Thread t : threads) {
            t.start();
        }
        for (Thread t : threads) {
            t.join();
            seen.add(t.getState() + " " + t.isAlive() + t.isInterrupted());
        }
        String again = "";
        try {
            threads[0].start();
        } catch (IllegalThreadStateException e) {
            again = "once only";
        }
        Collections.sort(seen);
        return seen + " " + ids.size() + again;
    }

    static class Sub extends Thread {
        final List<String> log;

        Sub(String name, List<String> log) {
            super(name);
            this.log = log;
        }

        @Override
        public void run() {
            try {
                here();
                sleep(2);
                log.add(getName() + (currentThread() == this));
            } catch (InterruptedException e) {
                log.add("interrupted");
            }
        }
    }

    static String subclass() throws Exception {
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        Thread t = new Sub("sub", log);
        t.start();
        t.join();
        Runnable r = new Sub("target", log);
        Thread direct = new Thread(r, "direct");
        direct.start();
        direct.join(10_000);
        return log + "" + t.isAlive();
    }

    static String joining() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Thread t =
                new Thread(
                        () -> {
                            try {
                                here();
                                go.await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        t.join();
        t.start();
        t.join(20);
        TimeUnit.MILLISECONDS.timedJoin(t, 5);
        boolean alive = t.isAlive();
        go.countDown();
        t.join(20_000, 1);
        String bad = "";
        try {
            t.join(-1);
        } catch (IllegalArgumentException e) {
            bad = "negative";
        }
        return alive + "" + t.isAlive() + bad;
    }

    static String interrupts() throws Exception {
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch ready = new CountDownLatch(1);
        Thread t =
                new Thread(
                        () -> {
                            try {
                                here();
                                ready.countDown();
                                Thread.sleep(60_000);
                                log.add("slept");
                            } catch (InterruptedException e) {
                                log.add("interrupted " + Thread.currentThread().isInterrupted());
                                Thread.currentThread().interrupt();
                                log.add(Thread.currentThread().isInterrupted() + "");
                                log.add(Thread.interrupted() + "" + Thread.interrupted());
                            }
                        });
        t.start();
        ready.await();
        t.interrupt();
        t.join();
        Thread early = new Thread(() -> log.add("early " + Thread.currentThread().isInterrupted()));
        early.start();
        early.join();
        return log.toString();
    }

    static String locals() throws Exception {
        Set<String> log = Collections.synchronizedSet(new TreeSet<>());
        NAME.set("main");
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            int n = i;
            threads[i] =
                    new Thread(
                            () -> {
                                try {
                                    String first = NAME.get() + PLAIN.get() + OWN.get();
                                    NAME.set("n" + n);
                                    PLAIN.set(n);
                                    OWN.get().add("x" + n);
                                    here();
                                    String second = NAME.get() + PLAIN.get() + OWN.get();
                                    NAME.remove();
                                    log.add(first + second + NAME.get());
                                } catch (InterruptedException e) {
                                    log.add("interrupted");
                                }
                            });
            threads[i].start();
        }
        for (Thread t : threads) {
            t.join();
        }
        String mine = NAME.get();
        NAME.remove();
        return log + mine;
    }

    static String inheritance() throws Exception {
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        ClassLoader loader = new ClassLoader(ThreadUser.class.getClassLoader()) {};
        PARENT.set("main");
        Thread t =
                new Thread(
                        () -> {
                            try {
                                here();
                                log.add(PARENT.get());
                                Thread.currentThread().setContextClassLoader(loader);
                                Thread inner =
                                        new Thread(
                                                () -> {
                                                    log.add(PARENT.get());
                                                    Thread me = Thread.currentThread();
                                                    log.add("" + (me.getContextClassLoader() == loader));
                                                });
                                inner.start();
                                inner.join();
                            } catch (InterruptedException e) {
                                log.add("interrupted");
                            }
                        });
        t.start();
        t.join();
        PARENT.remove();
        return log.toString();
    }

    static String uncaught() throws Exception {
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        Thread t =
                new Thread(
                        () -> {
                            try {
                                here();
                            } catch (InterruptedException e) {
                                log.add("interrupted");
                            }
                            throw new IllegalStateException("thrown");
                        },
                        "thrower");
        t.setUncaughtExceptionHandler((th, e) -> log.add(th.getName() + (th == t) + e.getMessage()));
        t.start();
        t.join();
        return log.toString();
    }

    static String parking() throws Exception {
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch ready = new CountDownLatch(1);
        boolean[] released = {false};
        Thread t =
                new Thread(
                        () -> {
                            Thread me = Thread.currentThread();
                            try {
                                here();
                            } catch (InterruptedException e) {
                                log.add("interrupted");
                            }
                            LockSupport.unpark(me);
                            LockSupport.park();
                            log.add("permit");
                            LockSupport.parkNanos(1_000_000);
                            ready.countDown();
                            while (!released[0]) {
                                LockSupport.park();
                            }
                            log.add("released");
                            me.interrupt();
                            LockSupport.park(log);
                            log.add("interrupted " + Thread.interrupted());
                        });
        t.start();
        ready.await();
        released[0] = true;
        LockSupport.unpark(t);
        t.join();
        return log.toString();
    }

    static String fixedPool() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<Integer>> futures = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            int n = i;
            futures.add(
                    pool.submit(
                            () -> {
                                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                                here();
                                now.decrementAndGet();
                                return n;
                            }));
        }
        int sum = 0;
        for (Future<Integer> f : futures) {
            sum += f.get();
        }
        Future<?> failing = pool.submit((Runnable) () -> { throw new IllegalStateException("no"); });
        String failed = "";
        try {
            failing.get();
        } catch (ExecutionException e) {
            failed = e.getCause().getMessage();
        }
        List<Callable<String>> all = List.of(() -> "a", () -> "b");
        for (Future<String> f : pool.invokeAll(all)) {
            failed += f.get();
        }
        pool.shutdown();
        return sum + " " + most.get() + failed + pool.awaitTermination(10, TimeUnit.SECONDS)
                + pool.isTerminated() + ((ThreadPoolExecutor) pool).getCompletedTaskCount();
    }

    static String rejecting() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(1, 2, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1));
        int rejected = 0;
        for (int i = 0; i < 5; i++) {
            try {
                pool.execute(
                        () -> {
                            try {
                                here();
                                go.await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
            } catch (RejectedExecutionException e) {
                rejected++;
            }
        }
        String sizes = pool.getPoolSize() + "/" + pool.getQueue().size();
        go.countDown();
        pool.shutdown();
        boolean over = pool.awaitTermination(10, TimeUnit.SECONDS);
        ExecutorService stopped = Executors.newCachedThreadPool();
        CountDownLatch in = new CountDownLatch(1);
        Future<String> f =
                stopped.submit(
                        () -> {
                            in.countDown();
                            try {
                                Thread.sleep(60_000);
                                return "slept";
                            } catch (InterruptedException e) {
                                return "stopped";
                            }
                        });
        in.await();
        stopped.shutdownNow();
        return rejected + " " + sizes + over + f.get() + stopped.awaitTermination(10, TimeUnit.SECONDS);
    }

    static class Hooked extends ThreadPoolExecutor {
        final List<String> log = Collections.synchronizedList(new ArrayList<>());

        Hooked() {
            super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        }

        @Override
        protected void beforeExecute(Thread t, Runnable r) {
            log.add("before");
        }

        @Override
        protected void afterExecute(Runnable r, Throwable t) {
            log.add("after");
        }

        @Override
        protected void terminated() {
            log.add("terminated");
        }
    }

    static String hooks() throws Exception {
        Hooked pool = new Hooked();
        pool.execute(
                () -> {
                    try {
                        here();
                        pool.log.add("run");
                    } catch (InterruptedException e) {
                        pool.log.add("interrupted");
                    }
                });
        pool.shutdown();
        pool.awaitTermination(10, TimeUnit.SECONDS);
        return pool.log.toString();
    }

    static String scheduled() throws Exception {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
        CountDownLatch three = new CountDownLatch(3);
        long start = System.nanoTime();
        ScheduledFuture<String> once =
                pool.schedule(() -> { here(); return "once"; }, 20, TimeUnit.MILLISECONDS);
        ScheduledFuture<?> often =
                pool.scheduleAtFixedRate(three::countDown, 1, 1, TimeUnit.MILLISECONDS);
        String text = once.get() + (System.nanoTime() - start >= 20_000_000);
        three.await();
        text += often.cancel(false) + "" + often.isCancelled();
        ScheduledFuture<?> never = pool.schedule(() -> {}, 1, TimeUnit.HOURS);
        text += never.getDelay(TimeUnit.MINUTES) + "" + never.cancel(true);
        CountDownLatch delayed = new CountDownLatch(2);
        pool.scheduleWithFixedDelay(delayed::countDown, 0, 1, TimeUnit.MILLISECONDS);
        delayed.await();
        pool.shutdown();
        return text + pool.awaitTermination(10, TimeUnit.SECONDS);
    }

    static String timers() throws Exception {
        Timer timer = new Timer("clock", true);
        CountDownLatch ticks = new CountDownLatch(3);
        String[] name = new String[1];
        TimerTask task =
                new TimerTask() {
                    @Override
                    public void run() {
                        try {
                            here();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        name[0] = Thread.currentThread().getName();
                        ticks.countDown();
                    }
                };
        timer.schedule(task, 1, 1);
        ticks.await();
        String text = name[0] + task.cancel();
        TimerTask late =
                new TimerTask() {
                    @Override
                    public void run() {}
                };
        timer.schedule(late, 3_600_000);
        text += late.cancel();
        timer.cancel();
        try {
            timer.schedule(new TimerTask() { @Override public void run() {} }, 1);
        } catch (IllegalStateException e) {
            text += "cancelled";
        }
        return text;
    }

    static int slow(int n) {
        try {
            here();
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
        return n;
    }

    static String async() throws Exception {
        CompletableFuture<Integer> a = CompletableFuture.supplyAsync(() -> slow(1));
        CompletableFuture<Void> b = CompletableFuture.runAsync(() -> slow(2));
        CompletableFuture<Integer> c =
                CompletableFuture.supplyAsync(() -> { throw new IllegalStateException("c"); });
        String text = a.get() + "" + b.get();
        try {
            c.join();
        } catch (CompletionException e) {
            text += e.getCause().getMessage();
        }
        ExecutorService pool = Executors.newCachedThreadPool();
        text += CompletableFuture.supplyAsync(() -> slow(3), pool).get();
        pool.shutdown();
        return text + pool.awaitTermination(10, TimeUnit.SECONDS);
    }

    static String stages() throws Exception {
        CompletableFuture<Integer> one = CompletableFuture.completedFuture(1);
        CompletableFuture<Integer> bad = new CompletableFuture<>();
        bad.completeExceptionally(new IllegalArgumentException("bad"));
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        String text = "" + one.thenApplyAsync(x -> slow(x + 1)).get();
        one.thenAcceptAsync(x -> log.add("a" + slow(x))).get();
        one.thenRunAsync(() -> log.add("r" + slow(0))).get();
        text += one.thenComposeAsync(x -> CompletableFuture.supplyAsync(() -> slow(x + 2))).get();
        text += one.thenCombineAsync(one, (x, y) -> slow(x + y + 2)).get();
        one.thenAcceptBothAsync(one, (x, y) -> log.add("b" + slow(x + y))).get();
        one.runAfterBothAsync(one, () -> log.add("c")).get();
        text += one.applyToEitherAsync(one, x -> slow(x + 4)).get();
        one.acceptEitherAsync(one, x -> log.add("e" + slow(x))).get();
        one.runAfterEitherAsync(one, () -> log.add("f")).get();
        text += bad.handleAsync((x, e) -> e.getMessage() + slow(6)).get();
        text += one.whenCompleteAsync((x, e) -> log.add("w" + slow(x))).get();
        try {
            bad.thenApplyAsync(x -> x).join();
        } catch (CompletionException e) {
            text += e.getCause().getMessage();
        }
        return text + log;
    }

    static String invoking() throws Exception {
        ExecutorService caller = Executors.newSingleThreadExecutor();
        String text = caller.submit(() -> invokeOn(Executors.newFixedThreadPool(2))).get();
        text += caller.submit(() -> invokeOn(Executors.newScheduledThreadPool(2))).get();
        caller.shutdown();
        return text;
    }

    static String invokeOn(ExecutorService pool) throws Exception {
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int n = i;
            tasks.add(() -> slow(n));
        }
        String text = "";
        for (Future<Integer> f : pool.invokeAll(tasks)) {
            text += f.isDone() + "" + f.get();
        }
        text += pool.invokeAny(List.of(ThreadUser::failing, () -> slow(7), ThreadUser::failing));
        try {
            pool.invokeAny(List.of(ThreadUser::failing, ThreadUser::failing));
        } catch (ExecutionException e) {
            text += e.getCause().getMessage();
        }
        Callable<Integer> never = () -> { Thread.sleep(1_000_000); return 1; };
        for (Future<Integer> f : pool.invokeAll(List.of(never, () -> slow(8)), 300, TimeUnit.MILLISECONDS)) {
            text += f.isCancelled();
        }
        try {
            pool.invokeAny(List.of(never), 1, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            text += "late";
        }
        try {
            pool.invokeAny(List.<Callable<Integer>>of());
        } catch (IllegalArgumentException e) {
            text += "none";
        }
        pool.shutdown();
        return text + pool.awaitTermination(10, TimeUnit.SECONDS);
    }

    static int failing() {
        slow(0);
        throw new IllegalStateException("failed");
    }
}
