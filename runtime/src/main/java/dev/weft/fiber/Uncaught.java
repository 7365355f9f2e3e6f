package dev.weft.fiber;

import dev.weft.FiberCancelledException;
import java.io.PrintStream;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Failures that nobody has looked at yet. One is reported when its fiber has become garbage, so
 * that nobody can look at it any more, or when the JVM shuts down. Only fibers that fail pay for
 * this.
 */
final class Uncaught extends PhantomReference<Fiber<?>> {
    private static final ReferenceQueue<Fiber<?>> GONE = new ReferenceQueue<>();
    private static final Set<Uncaught> UNSEEN = ConcurrentHashMap.newKeySet();

    private static volatile UncaughtHandler handler = UncaughtHandler.PRINT;
    private static boolean started;

    private final String name;
    private final Throwable thrown;

    private Uncaught(Fiber<?> fiber, Throwable thrown) {
        super(fiber, GONE);
        this.name = fiber.name();
        this.thrown = thrown;
    }

    static void setHandler(UncaughtHandler newHandler) {
        handler = newHandler;
    }

    /** A fiber failed. Before its end is visible; whoever looks at it calls {@link #seen}. */
    static void failed(Fiber<?> fiber, Throwable thrown) {
        if (thrown instanceof FiberCancelledException) {
            return;
        }
        Uncaught uncaught = new Uncaught(fiber, thrown);
        fiber.extras().unseen = uncaught;
        UNSEEN.add(uncaught);
        start();
    }

    /** Somebody has looked. */
    void seen() {
        UNSEEN.remove(this);
        clear();
    }

    /**
     * Gives what a thread of the runtime can throw to nobody to that thread's handler of uncaught
     * exceptions. Throws nothing itself: the thread goes on all the same.
     */
    static void tell(Throwable bug) {
        try {
            Thread current = Thread.currentThread();
            current.getUncaughtExceptionHandler().uncaughtException(current, bug);
        } catch (Throwable untold) {
            // nobody is left to be told
        }
    }

    static void print(String name, Throwable thrown) {
        PrintStream err = System.err;
        synchronized (err) {
            err.print("Exception in " + name + ", which nobody joined: ");
            thrown.printStackTrace(err);
        }
    }

    private static synchronized void start() {
        if (!started) {
            started = true;
            Thread reporter = new Thread(null, Uncaught::reportGone, "weft-uncaught", 0, false);
            reporter.setDaemon(true);
            reporter.start();
            addShutdownHook();
        }
    }

    private static void addShutdownHook() {
        try {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> UNSEEN.forEach(Uncaught::report)));
        } catch (IllegalStateException shuttingDown) {
            UNSEEN.forEach(Uncaught::report);
        }
    }

    private static void reportGone() {
        for (; ; ) {
            try {
                ((Uncaught) GONE.remove()).report();
            } catch (InterruptedException ignored) {
                // nobody's to interrupt
            }
        }
    }

    private void report() {
        if (UNSEEN.remove(this)) {
            try {
                handler.uncaught(name, thrown);
            } catch (Throwable dropped) {
                print("the handler of uncaught exceptions", dropped);
            }
        }
    }
}
