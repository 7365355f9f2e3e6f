package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.channel.SelectExpression;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Program 21: three fibers wait in selects that time out after five, one and one seconds; one
 * carrier.
 */
public final class SelectTimeouts {
    private static final int[] SECONDS = {5, 1, 1};

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Channel<String> silent = Channel.rendezvous();
    private final long second;

    private SelectTimeouts(long second) {
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
     * Waits for the three fibers.
     *
     * @param second its length in milliseconds
     * @return what happened, in order
     */
    public static List<String> run(long second) {
        SelectTimeouts program = new SelectTimeouts(second);
        return Weft.run(Scheduler.workStealing(1), program::all);
    }

    @Suspendable
    private List<String> all() {
        List<Fiber<Void>> fibers = new ArrayList<>();
        for (int i = 0; i < SECONDS.length; i++) {
            int number = i + 1;
            long timeout = SECONDS[i] * second;
            fibers.add(Weft.go(() -> waiting("g" + number, timeout)));
        }
        for (Fiber<Void> fiber : fibers) {
            fiber.join();
        }
        return said;
    }

    @Suspendable
    private void waiting(String name, long timeout) {
        said.add(name + " start");
        String how =
                SelectExpression.<String>fair()
                        .onReceive(silent, word -> "heard " + word)
                        .onTimeout(timeout, TimeUnit.MILLISECONDS, () -> "finish")
                        .get();
        said.add(name + " " + how);
    }
}
