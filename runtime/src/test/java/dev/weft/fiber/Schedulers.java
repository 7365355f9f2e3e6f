package dev.weft.fiber;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** One scheduler of each kind, for parameterised tests. */
final class Schedulers {
    private static final ExecutorService POOL =
            Executors.newFixedThreadPool(
                    3,
                    task -> {
                        Thread thread = new Thread(task, "test-pool");
                        thread.setDaemon(true);
                        return thread;
                    });

    private Schedulers() {}

    static Stream<Named<Scheduler>> all() {
        return Stream.of(
                Named.of("shared", Scheduler.shared()),
                Named.of("one carrier", Scheduler.workStealing(1)),
                Named.of("four carriers", Scheduler.workStealing(4)),
                Named.of("single-threaded", Scheduler.singleThreaded()),
                Named.of("deterministic", Scheduler.deterministic(42)),
                Named.of("executor", Scheduler.on(POOL)));
    }

    /** Those on which other threads run beside the caller's. */
    static Stream<Named<Scheduler>> parallel() {
        return all().filter(s -> !(s.getPayload() instanceof ConfinedScheduler));
    }

    /** Those that run on the caller's thread. */
    static Stream<Named<Scheduler>> confined() {
        return all().filter(s -> s.getPayload() instanceof ConfinedScheduler);
    }
}
