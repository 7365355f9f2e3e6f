package dev.weft.blocking;

import dev.weft.fiber.Blocking;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Finds calls that block a carrier and that nobody marked: samples the stacks of the threads that
 * run fibers. One that is found in the same call twice running, in a state that waits or in a
 * native method, outside of what the runtime does when it hands a carrier over, is reported, once
 * for each site, with the frame of the program. A carrier that computes is not reported.
 *
 * <p>Costs a sample of all threads' stacks an interval: meant for tests and for looking into a
 * running system. Thread-safe.
 */
public final class BlockingDetector implements AutoCloseable {
    private static final String CARRIER = "weft-carrier-";

    /** On a stack these say that the runtime knows that the thread waits. */
    private static final Set<String> MARKS =
            Set.of("dev.weft.fiber.ThreadWaits", Blocking.class.getName());

    private final long millis;
    private final Consumer<? super String> handler;
    private final List<String> allowed = new CopyOnWriteArrayList<>();
    private final Set<String> reported = new HashSet<>();
    private final Thread thread = new Thread(null, this::run, "weft-blocking-detector", 0, false);
    private Map<Thread, String> before = new HashMap<>();
    private volatile boolean closed;

    private BlockingDetector(Duration interval, Consumer<? super String> handler) {
        millis = Math.max(1, interval.toMillis());
        this.handler = handler;
    }

    /**
     * Starts one.
     *
     * @param interval between two samples; a call that lasts twice as long is found for sure
     * @param handler gets a text of two lines, once a site; called by the detector's thread
     * @param allowed prefixes of {@code class.method} of frames under which blocking is all right
     * @return a running detector; close it to stop it
     */
    public static BlockingDetector start(
            Duration interval, Consumer<? super String> handler, String... allowed) {
        Objects.requireNonNull(handler, "handler");
        BlockingDetector detector = new BlockingDetector(interval, handler);
        detector.allowed.addAll(Arrays.asList(allowed));
        detector.thread.setDaemon(true);
        detector.thread.start();
        return detector;
    }

    /**
     * Adds to the allow-list.
     *
     * @param prefix of {@code class.method}, for example {@code com.acme.Files.}
     */
    public void allow(String prefix) {
        allowed.add(Objects.requireNonNull(prefix, "prefix"));
    }

    /** Stops. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        while (!closed) {
            try {
                Thread.sleep(millis);
                look();
            } catch (InterruptedException e) {
                // closed is the only reason
            }
        }
    }

    private void look() {
        Map<Thread, String> now = new HashMap<>();
        Thread.getAllStackTraces()
                .forEach(
                        (t, stack) -> {
                            if (t.getName().startsWith(CARRIER) && isBlocked(t, stack)) {
                                String key = Arrays.toString(stack);
                                now.put(t, key);
                                if (key.equals(before.get(t))) {
                                    report(stack);
                                }
                            }
                        });
        before = now;
    }

    private boolean isBlocked(Thread t, StackTraceElement[] stack) {
        boolean waits = t.getState() != Thread.State.RUNNABLE;
        boolean suspect = stack.length > 0 && (waits || stack[0].isNativeMethod());
        return suspect && runsFiber(stack) && !isMarked(stack) && !isAllowed(stack);
    }

    private static boolean runsFiber(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .anyMatch(
                        f ->
                                f.getClassName().equals("dev.weft.fiber.Fiber")
                                        && f.getMethodName().equals("step"));
    }

    private static boolean isMarked(StackTraceElement[] stack) {
        return Arrays.stream(stack).anyMatch(f -> MARKS.contains(f.getClassName()));
    }

    private boolean isAllowed(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .map(f -> f.getClassName() + "." + f.getMethodName())
                .anyMatch(name -> allowed.stream().anyMatch(name::startsWith));
    }

    private void report(StackTraceElement[] stack) {
        StackTraceElement site =
                Arrays.stream(stack)
                        .filter(Frames::isProgram)
                        .map(Frames::asWritten)
                        .findFirst()
                        .orElse(Frames.UNKNOWN);
        if (reported.add(site + " " + stack[0])) {
            handler.accept(
                    "a carrier is blocked in "
                            + stack[0]
                            + " at "
                            + site
                            + "\n    wrap the call in Weft.blocking, weave the class, or allow "
                            + site.getClassName()
                            + "."
                            + site.getMethodName()
                            + "\n");
        }
    }
}
