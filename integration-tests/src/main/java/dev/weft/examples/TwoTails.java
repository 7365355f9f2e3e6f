package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.examples.unmodified.Tail;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Two {@code tail -f} on one carrier: each line that is appended to either file comes out, in
 * whatever order the files are written. Needs the agent with {@code
 * suspendable=dev.weft.examples.unmodified.**}.
 */
public final class TwoTails {
    private TwoTails() {}

    /**
     * Prints the lines as they come.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Weft.run(Scheduler.workStealing(1), TwoTails::follow).forEach(System.out::println);
    }

    @Suspendable
    private static List<String> follow() throws Exception {
        Path first = Files.createTempFile("weft-first", ".log");
        Path second = Files.createTempFile("weft-second", ".log");
        Tail[] tails = {new Tail(first.toString()), new Tail(second.toString())};
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        List<Fiber<Integer>> followers = new ArrayList<>();
        for (Tail tail : tails) {
            followers.add(Weft.go(() -> tail.follow(lines)));
        }
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Files.writeString(first, "first" + i + "\n", StandardOpenOption.APPEND);
            seen.add(lines.take());
            Files.writeString(second, "second" + i + "\n", StandardOpenOption.APPEND);
            seen.add(lines.take());
        }
        for (int i = 0; i < tails.length; i++) {
            tails[i].stop();
            followers.get(i).join();
        }
        Files.delete(first);
        Files.delete(second);
        return seen;
    }
}
