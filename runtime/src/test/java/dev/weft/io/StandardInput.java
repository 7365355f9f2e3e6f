package dev.weft.io;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;

/**
 * Main program of a process that {@link StandardInputTest} starts: one fiber reads the standard
 * input, another on the same carrier or thread goes on and says so.
 */
@Suspendable
final class StandardInput {
    private StandardInput() {}

    public static void main(String[] arguments) {
        Scheduler scheduler =
                arguments[0].equals("carrier")
                        ? Scheduler.workStealing(1)
                        : Scheduler.singleThreaded();
        Weft.run(scheduler, () -> run(arguments[1]));
    }

    private static String run(String way) throws Exception {
        Fiber<String> reader = Weft.go(() -> read(way));
        for (int i = 0; i < 3; i++) {
            Weft.sleep(1);
            System.out.println("goes on " + i);
        }
        System.out.println("read " + reader.join());
        return way;
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
