package t;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.*;

/** Thread.Builder, of JDK 21; as ThreadUser. */
public class BuilderUser {
    static String builders() throws Exception {
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        Runnable say = () -> say(log);
        Thread.Builder.OfPlatform numbered = Thread.ofPlatform().name("worker-", 3);
        List<Thread> threads = new ArrayList<>();
        threads.add(Thread.ofPlatform().name("plain").start(say));
        threads.get(0).join();
        threads.add(numbered.unstarted(say));
        threads.add(numbered.unstarted(say));
        threads.add(Thread.ofPlatform().name("daemon").daemon().priority(7).unstarted(say));
        threads.add(Thread.ofVirtual().name("virtual").unstarted(say));
        threads.add(Thread.ofVirtual().unstarted(say));
        Thread.Builder any = Thread.ofVirtual().name("any");
        threads.add(any.unstarted(say));
        for (Thread t : threads.subList(1, threads.size())) {
            log.add(t.getState().toString());
            t.start();
            t.join();
        }
        return log.toString();
    }

    static String factories() throws Exception {
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        ThreadFactory factory = Thread.ofPlatform().name("made-", 0).daemon(false).factory();
        for (int i = 0; i < 2; i++) {
            Thread t = factory.newThread(() -> say(log));
            t.start();
            t.join();
        }
        ThreadFactory virtual = Thread.ofVirtual().name("v-", 0).factory();
        try (ExecutorService pool = Executors.newThreadPerTaskExecutor(virtual)) {
            pool.submit(() -> say(log)).get();
        }
        Thread starter = Thread.ofPlatform().daemon(false).start(() -> inner(log));
        starter.join();
        Thread daemon = Thread.ofPlatform().daemon(true).start(() -> inner(log));
        daemon.join();
        try {
            Thread.ofPlatform().start(null);
        } catch (NullPointerException e) {
            log.add("null");
        }
        return log.toString();
    }

    /** Whether daemons' children are daemons. */
    static void inner(List<String> log) {
        Thread t = Thread.ofPlatform().name("inner").unstarted(() -> say(log));
        Thread forced = Thread.ofPlatform().name("forced").daemon(true).unstarted(() -> say(log));
        try {
            t.start();
            t.join();
            forced.start();
            forced.join();
        } catch (InterruptedException e) {
            log.add("interrupted");
        }
    }

    static String handler() throws Exception {
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        Thread t = Thread.ofVirtual()
                .uncaughtExceptionHandler((thread, e) -> log.add(thread.getName() + e.getMessage()))
                .name("failing")
                .start(() -> {
                    say(log);
                    throw new IllegalStateException("thrown");
                });
        t.join();
        return log.toString();
    }

    static void say(List<String> log) {
        try {
            ThreadUser.here();
        } catch (InterruptedException e) {
            log.add("interrupted");
        }
        Thread me = Thread.currentThread();
        log.add(me.getName() + me.isDaemon() + me.getPriority());
    }
}
