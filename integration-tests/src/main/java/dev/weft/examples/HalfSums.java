package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.channel.SendChannel;
import dev.weft.fiber.Weft;
import java.util.Arrays;

/** Each half of an array is summed by a fiber of its own; the sums come through one channel. */
public final class HalfSums {
    private static final int[] NUMBERS = {7, 2, 8, -9, 4, 0};

    private HalfSums() {}

    /**
     * Prints both sums, in the order of arrival, and the total.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        int[] sums = run();
        System.out.println(sums[0] + " " + sums[1] + " " + (sums[0] + sums[1]));
    }

    /**
     * Sums both halves.
     *
     * @return 17 and -5, in either order
     */
    public static int[] run() {
        return Weft.run(
                () -> {
                    Channel<Integer> sums = Channel.rendezvous();
                    int half = NUMBERS.length / 2;
                    Weft.go(() -> sum(Arrays.copyOfRange(NUMBERS, 0, half), sums));
                    Weft.go(() -> sum(Arrays.copyOfRange(NUMBERS, half, NUMBERS.length), sums));
                    return new int[] {sums.receive(), sums.receive()};
                });
    }

    @Suspendable
    private static void sum(int[] numbers, SendChannel<Integer> to) {
        int sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        to.send(sum);
    }
}
