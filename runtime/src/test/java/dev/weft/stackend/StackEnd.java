package dev.weft.stackend;

import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Main class: overflows the stack in the middle of the runtime's operations, at every depth, on
 * plain threads, in fibers of carriers and of a single-threaded scheduler, and looks whether each
 * object is still as it should be. {@code StackEnd ROUNDS [CASE...]}; prints what failed and how
 * often.
 */
public final class StackEnd {
    /** For the fibers on the other side of channels and locks. */
    static final Scheduler PEERS = Scheduler.workStealing(2);

    private static final Scheduler CARRIERS = Scheduler.workStealing(2);
    private static final long SECONDS = Long.getLong("weft.stackend.seconds", 10);
    private static final int STACK = 256 << 10;
    private static final int WARM = Integer.getInteger("weft.stackend.warm", 2);
    private static final int MOST_STUCK = Integer.getInteger("weft.stackend.stuck", 40);

    private final Map<String, List<String>> failures = new TreeMap<>();
    private int descents;
    private long overflows;
    private int stuck;

    private StackEnd() {}

    /** See above. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        List<String> only = Arrays.asList(arguments).subList(1, arguments.length);
        StackEnd program = new StackEnd();
        Map<String, Supplier<EndCase>> cases = Cases.all();
        for (Supplier<EndCase> make : cases.values()) {
            warm(make);
        }
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Supplier<EndCase>> entry : cases.entrySet()) {
                if (only.isEmpty() || only.stream().anyMatch(entry.getKey()::startsWith)) {
                    program.descend(entry.getKey(), entry.getValue(), round);
                }
            }
        }
        System.exit(program.report() ? 0 : 1);
    }

    /**
     * A class of the JDK whose initialisation overflows can never be used again, and a lambda that
     * is linked then throws what it likes: has all that done before.
     */
    private static void warm(Supplier<EndCase> make) throws Exception {
        EndCase subject = make.get();
        for (int i = 0; i < WARM; i++) {
            subject.act();
        }
        subject.settle();
        String wrong = subject.check();
        if (wrong != null) {
            System.out.println(subject.getClass() + " before any overflow: " + wrong);
            System.exit(2); // pools' threads may keep the process alive
        }
    }

    private boolean report() {
        int failed = 0;
        for (Map.Entry<String, List<String>> entry : failures.entrySet()) {
            failed += entry.getValue().size();
            System.out.println(entry.getKey() + ": " + entry.getValue().size());
        }
        System.out.println(
                descents + " descents, " + overflows + " overflows, " + failed + " failures");
        return failed == 0;
    }

    private void descend(String name, Supplier<EndCase> make, int round) throws Exception {
        for (Where where : Where.values()) {
            EndCase subject = make.get();
            Descent descent = new Descent(subject, round % 64);
            String wrong = limited(name, where.deep(descent));
            if (wrong == null && descent.other != null) {
                wrong = "threw " + Failures.text(descent.other);
            }
            if (wrong == null) {
                wrong = limited("check", subject::check);
            }
            descents++;
            overflows += descent.overflows;
            if (wrong != null) {
                if (descent.last != null) {
                    System.out.println(
                            "  last overflow" + Failures.at(descent.last.getStackTrace()));
                }
                System.out.println(name + " " + where + ", round " + round + ": " + wrong);
                failures.computeIfAbsent(name + " " + where, n -> new ArrayList<>()).add(wrong);
            }
        }
    }

    /** Runs something on a thread of its own; what it returns, or that it is stuck, and where. */
    private String limited(String name, Callable<String> body) throws Exception {
        FutureTask<String> task = new FutureTask<>(body);
        Thread thread = new Thread(null, task, name, STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return "threw " + Failures.text(e.getCause());
        } catch (TimeoutException e) {
            if (++stuck == MOST_STUCK) {
                report();
                System.exit(1);
            }
            return "stuck" + Failures.at(thread.getStackTrace());
        }
    }

    /** Whose stack it is. */
    private enum Where {
        THREAD {
            @Override
            Callable<String> deep(Descent descent) {
                return () -> {
                    descent.run();
                    return null;
                };
            }
        },
        CARRIER {
            @Override
            Callable<String> deep(Descent descent) {
                return () -> {
                    Fiber<Void> fiber = Weft.go(CARRIERS, () -> descent.run());
                    fiber.join();
                    return null;
                };
            }
        },
        SINGLE {
            @Override
            Callable<String> deep(Descent descent) {
                return () -> {
                    return Weft.run(
                            Scheduler.singleThreaded(),
                            () -> {
                                descent.run();
                                return null;
                            });
                };
            }
        };

        abstract Callable<String> deep(Descent descent);
    }
}
