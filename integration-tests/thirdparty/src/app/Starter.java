package app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the programs share: starting threads as the property {@code app.threads} says, and counting. */
final class Starter {
    private Starter() {}

    /** A body that may throw. */
    interface Body {
        void run() throws Exception;
    }

    /** Starts a thread: platform (default; with the agent's option threads= a fiber) or virtual. */
    static Thread start(Body body) throws Exception {
        Runnable task =
                () -> {
                    try {
                        body.run();
                    } catch (Exception e) {
                        e.printStackTrace();
                        System.exit(1);
                    }
                };
        if (System.getProperty("app.threads", "").equals("virtual")) {
            return (Thread)
                    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
        }
        Thread thread = new Thread(task);
        thread.start();
        return thread;
    }

    static List<Thread> startAll(int n, Body body) throws Exception {
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
