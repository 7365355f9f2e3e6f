package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Program 20: foo visits bar for five seconds while baz jumps and is back after one; one carrier.
 */
public final class FooBarBaz {
    private static final int VISIT = 5;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final long second;

    private FooBarBaz(long second) {
        this.second = second;
    }

    /**
     * Prints what happened.
     *
     * @param arguments how many milliseconds a second has; default 1000
     */
    public static void main(String[] arguments) {
        run(arguments.length > 0 ? Long.parseLong(arguments[0]) : 1000)
                .forEach(System.out::println);
    }

    /**
     * Waits for both fibers.
     *
     * @param second its length in milliseconds
     * @return what happened, in order
     */
    public static List<String> run(long second) {
        FooBarBaz program = new FooBarBaz(second);
        return Weft.run(
                Scheduler.workStealing(1),
                () -> {
                    Fiber<Void> foo = Weft.go(program::foo);
                    Fiber<Void> baz = Weft.go(program::baz);
                    foo.join();
                    baz.join();
                    return program.said;
                });
    }

    @Suspendable
    private void foo() {
        said.add("foo running");
        Weft.sleep(0);
        said.add("foo DONE, visiting bar");
        bar();
    }

    @Suspendable
    private void bar() {
        Weft.sleep(VISIT * second);
        said.add("bar DONE");
    }

    @Suspendable
    private void baz() {
        said.add("baz jump");
        Weft.sleep(second);
        said.add("baz back");
    }
}
