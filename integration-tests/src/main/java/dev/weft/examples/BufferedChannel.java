package dev.weft.examples;

import dev.weft.channel.Channel;
import dev.weft.fiber.Weft;
import java.util.List;

/** A channel with room for two: two sends need no receiver. */
public final class BufferedChannel {
    private BufferedChannel() {}

    /**
     * Prints what was received.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        run().forEach(System.out::println);
    }

    /**
     * Sends two values, then receives them.
     *
     * @return 1, 2
     */
    public static List<Integer> run() {
        return Weft.run(
                () -> {
                    Channel<Integer> channel = Channel.buffered(2);
                    channel.send(1);
                    channel.send(2);
                    return List.of(channel.receive(), channel.receive());
                });
    }
}
