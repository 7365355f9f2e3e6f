package dev.weft.io;

import static dev.weft.io.WrapperTest.outcome;

import dev.weft.Suspendable;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Scanner;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** As {@link WrapperTest}, for {@link Scanner}. */
@Timeout(120)
class ScannerTest {
    private static final Pattern WORD = Pattern.compile("[a-z]+");

    @Test
    void behavesAsTheJdks() throws Exception {
        for (int i = 0; i < WrapperTest.ROUNDS; i++) {
            long seed = WrapperTest.SEED + i;
            List<String> expected = round(new UnwovenBodies(), new Random(seed));
            List<String> own =
                    Weft.run(
                            Scheduler.singleThreaded(),
                            () -> round(new WovenBodies(), new Random(seed)));
            WrapperTest.same(expected, own, "seed " + seed);
            List<String> pinned = round(new WovenBodies(), new Random(seed));
            WrapperTest.same(expected, pinned, "on a thread, seed " + seed);
        }
    }

    @Suspendable
    private static List<String> round(Wrappers w, Random random) throws Exception {
        Trickle source = WrapperTest.trickle(random, text(random).getBytes("UTF-8"));
        Scanner in = w.scanner(source, StandardCharsets.UTF_8);
        if (random.nextInt(3) == 0) {
            in.useDelimiter(random.nextBoolean() ? "," : "\\s*[,;]\\s*|\\s+");
        }
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int what = random.nextInt(22);
            log.add(what + " " + outcome(() -> call(in, what)) + " " + in.ioException());
        }
        return log;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            String[] parts = {" ", "  ", "\n", "\r\n", ",", " , ", "\t", ";", " ", "\n"};
            Object[] tokens = {
                random.nextInt(100),
                random.nextLong(),
                "word",
                "true",
                "-1.5e3",
                "x" + i,
                "\u00e9t",
                7
            };
            text.append(parts[random.nextInt(parts.length)]);
            text.append(tokens[random.nextInt(tokens.length)]);
            text.append(parts[random.nextInt(parts.length)]);
        }
        if (random.nextInt(6) == 0) {
            text.append("long".repeat(700)); // more than the scanner's buffer
        }
        return text.toString();
    }

    @Suspendable
    private static Object call(Scanner in, int what) {
        switch (what) {
            case 0:
            case 1:
                return in.next();
            case 2:
                return in.hasNext();
            case 3:
                return in.hasNextInt();
            case 4:
                return in.nextInt();
            case 5:
                return in.hasNextLine();
            case 6:
            case 7:
                return in.nextLine();
            case 8:
                return in.hasNextLong() + " " + in.hasNextByte(16);
            case 9:
                return in.nextLong();
            case 10:
                return in.hasNextDouble();
            case 11:
                return in.nextDouble();
            case 12:
                return in.hasNextBoolean();
            case 13:
                return in.hasNext(WORD) + " " + in.hasNext("w.*");
            case 14:
                return in.next(WORD);
            default:
                return search(in, what);
        }
    }

    @Suspendable
    private static Object search(Scanner in, int what) {
        switch (what) {
            case 15:
                return in.findInLine(WORD);
            case 16:
                return in.findWithinHorizon("[0-9]+", 9);
            case 17:
                return in.findWithinHorizon(WORD, 0);
            case 18:
                return in.skip("\\s*") == in;
            case 19:
                return in.nextBoolean();
            case 20:
                return in.hasNextBigDecimal() ? in.nextBigDecimal() : in.hasNextBigInteger();
            default:
                return in.match().group();
        }
    }
}
