package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;

/** Something that sleeps does not keep its starter from going on, on one thread. */
public final class LifeGoesOn {
    private LifeGoesOn() {}

    /**
     * Prints three lines, the second at once.
     *
     * @param arguments how long to sleep, in milliseconds; default 5000
     */
    public static void main(String[] arguments) {
        long millis = arguments.length > 0 ? Long.parseLong(arguments[0]) : 5000;
        Weft.run(
                Scheduler.singleThreaded(),
                () -> {
                    Fiber<Void> sleeper = Weft.go(() -> sleep(millis));
                    Weft.yield();
                    System.out.println("Life goes on");
                    return sleeper.join();
                });
    }

    @Suspendable
    private static void sleep(long millis) throws InterruptedException {
        System.out.println("Start process");
        Thread.sleep(millis);
        System.out.println("Done waiting");
    }
}
