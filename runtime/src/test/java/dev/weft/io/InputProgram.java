package dev.weft.io;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CompletionException;

/**
 * Main program of a process that {@link StandardInputTest} starts: one fiber reads the standard
 * input, another on the same carrier or thread goes on and says so.
 */
@Suspendable
final class InputProgram {
    private InputProgram() {}

    public static void main(String[] arguments) {
        Scheduler scheduler =
                arguments[0].equals("carrier")
                        ? Scheduler.workStealing(1)
                        : Scheduler.singleThreaded();
        Weft.run(scheduler, () -> run(arguments[1]));
    }

    private static String run(String way) throws Exception {
        if (way.equals("cancelled")) {
            return cancelled();
        }
        Fiber<String> reader = Weft.go(() -> read(way));
        for (int i = 0; i < 3; i++) {
            Weft.sleep(1);
            System.out.println("goes on " + i);
        }
        System.out.println("read " + reader.join());
        return way;
    }

    /** Readers that wait are cancelled, and what is typed then goes to the next. */
    private static String cancelled() throws Exception {
        List<Fiber<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            readers.add(Weft.go(() -> System.in.read()));
        }
        for (Fiber<Integer> reader : readers) {
            while (reader.state() != Fiber.State.WAITING) {
                Weft.yield();
            }
        }
        for (int i = 0; i < 3; i++) {
            System.out.println("goes on " + i + " " + System.in.available());
        }
        System.out.println("threads " + inputThreads());
        readers.get(7).interrupt(); // does not end a read
        for (Fiber<Integer> reader : readers.subList(0, 19)) {
            if (reader != readers.get(7)) {
                reader.cancel();
                try {
                    reader.join();
                } catch (CompletionException e) {
                    System.out.print(e.getCause() instanceof FiberCancelledException ? "c" : "?");
                }
            }
        }
        System.out.println();
        int sum = readers.get(7).join() + readers.get(19).join();
        System.out.println("sum " + (sum - 'a' - 'b'));
        byte[] rest = System.in.readNBytes(4);
        System.out.println("read " + new String(rest, StandardCharsets.UTF_8).replace('\n', '/'));
        return "cancelled";
    }

    private static long inputThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().equals("weft-stdin"))
                .count();
    }

    private static String read(String way) throws IOException {
        switch (way) {
            case "bytes":
                return "" + (char) System.in.read() + (char) System.in.read();
            case "lines":
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8));
                return lines.readLine() + lines.readLine();
            case "scanner":
                Scanner scanner = new Scanner(System.in, StandardCharsets.UTF_8);
                return scanner.next() + scanner.nextInt();
            default:
                return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
