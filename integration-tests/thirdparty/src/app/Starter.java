package app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the programs share: starting threads as the property {@code app.threads} says, and counting. */
final class Starter {
    /** Whether the threads are to be virtual ones: property {@code app.threads}. */
    static final boolean VIRTUAL = System.getProperty("app.threads", "").equals("virtual");

    private Starter() {}

    /** A body that may throw. */
    interface Body {
        void run() throws Exception;
    }

    /** Starts a thread: platform (default; with the agent's option threads= a fiber) or virtual. */
    static Thread start(Body body) {
        Runnable task =
                () -> {
                    try {
                        body.run();
                    } catch (Exception e) {
                        e.printStackTrace();
                        System.exit(1);
                    }
                };
        return start(task);
    }

    /** The same with a task. */
    static Thread start(Runnable task) {
        if (VIRTUAL) {
            return startVirtual(task);
        }
        Thread thread = new Thread(task);
        thread.start();
        return thread;
    }

    private static Thread startVirtual(Runnable task) {
        try {
            return (Thread)
                    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("virtual threads need JDK 21", e);
        }
    }

    static List<Thread> startAll(int n, Body body) {
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            all.add(start(body));
        }
        return all;
    }

    static void joinAll(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Threads of this process, as the operating system counts them. */
    static int osThreads() {
        return status("Threads:");
    }

    static int residentMegabytes() {
        return status("VmRSS:") / 1024;
    }

    private static int status(String key) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith(key)) {
                    return Integer.parseInt(line.replaceAll("\\D", ""));
                }
            }
        } catch (IOException e) {
            return -1; // not Linux
        }
        return -1;
    }
}
