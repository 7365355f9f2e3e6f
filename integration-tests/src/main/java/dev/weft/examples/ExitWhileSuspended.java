package dev.weft.examples;

import dev.weft.channel.Channel;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import dev.weft.generator.Generator;
import dev.weft.generator.SymmetricCoroutine;

/**
 * A process that exits from within a coroutine while a generator is suspended and a fiber waits for
 * what never comes: it just ends.
 */
public final class ExitWhileSuspended {
    private ExitWhileSuspended() {}

    /**
     * Exits with status 0.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Channel<String> never = Channel.rendezvous();
        Weft.go(Scheduler.shared(), () -> never.receive());
        Generator<String> generator = Generator.of(y -> y.yield("suspended"));
        System.out.println(generator.next());
        SymmetricCoroutine.of(
                        x -> {
                            System.out.println("coroutine exits");
                            System.exit(0);
                            return x;
                        })
                .switchTo(null);
    }
}
