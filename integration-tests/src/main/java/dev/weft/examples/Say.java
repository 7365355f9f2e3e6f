package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Weft;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Two fibers that speak at the same time: five lines each, 100 ms apart, in about half a second.
 */
public final class Say {
    private static final int TIMES = 5;

    private Say() {}

    /**
     * Prints the lines as they are said.
     *
     * @param arguments the pause in milliseconds; default 100
     */
    public static void main(String[] arguments) {
        long pause = arguments.length > 0 ? Long.parseLong(arguments[0]) : 100;
        run(pause).forEach(System.out::println);
    }

    /**
     * Lets both speak.
     *
     * @param pauseMillis before each line
     * @return ten lines, in the order in which they were said
     */
    public static List<String> run(long pauseMillis) {
        List<String> said = new CopyOnWriteArrayList<>();
        Weft.run(
                () -> {
                    Fiber<Void> world = Weft.go(() -> say("world", pauseMillis, said));
                    say("hello", pauseMillis, said);
                    return world.join();
                });
        return said;
    }

    @Suspendable
    private static void say(String word, long pauseMillis, List<String> said) {
        for (int i = 0; i < TIMES; i++) {
            Weft.sleep(pauseMillis);
            said.add(word);
        }
    }
}
