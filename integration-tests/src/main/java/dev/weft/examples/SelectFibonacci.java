package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.channel.ReceiveChannel;
import dev.weft.channel.Select;
import dev.weft.channel.SelectCase;
import dev.weft.channel.SendCase;
import dev.weft.channel.SendChannel;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.List;

/**
 * Program 7: one fiber offers Fibonacci's numbers until it is told to quit, whichever comes first.
 */
public final class SelectFibonacci {
    private static final int NUMBERS = 10;

    private SelectFibonacci() {}

    /**
     * Prints the numbers that were received, then {@code quit}.
     *
     * @param arguments how many numbers; default 10
     */
    public static void main(String[] arguments) {
        run(arguments.length > 0 ? Integer.parseInt(arguments[0]) : NUMBERS)
                .forEach(System.out::println);
    }

    /**
     * Receives numbers, then tells the other fiber to quit.
     *
     * @param count how many numbers
     * @return what happened
     */
    public static List<String> run(int count) {
        return Weft.run(
                () -> {
                    List<String> seen = new ArrayList<>();
                    Channel<Long> numbers = Channel.rendezvous();
                    Channel<Boolean> quit = Channel.rendezvous();
                    Weft.go(
                            () -> {
                                for (int i = 0; i < count; i++) {
                                    seen.add(String.valueOf(numbers.receive()));
                                }
                                quit.send(true);
                            });
                    fibonacci(numbers, quit);
                    seen.add("quit");
                    return seen;
                });
    }

    @Suspendable
    private static void fibonacci(SendChannel<Long> numbers, ReceiveChannel<Boolean> quit) {
        Select select = Select.fair();
        SendCase<Long> number = select.send(numbers);
        SelectCase end = select.receive(quit);
        long x = 0;
        long y = 1;
        number.offer(x);
        while (select.select() != end) {
            long sum = x + y;
            x = y;
            y = sum;
            number.offer(x);
        }
    }
}
