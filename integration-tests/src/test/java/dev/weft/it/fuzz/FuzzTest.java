package dev.weft.it.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The slice of the random programs that every build runs; the whole run is {@link Fuzz}'s main. */
class FuzzTest {
    private static final int PROGRAMS = Integer.getInteger("weft.fuzz.programs", 100);
    private static final int BATCH = 50;
    private static final long SEED = Long.getLong("weft.fuzz.seed", 0);

    @Test
    @Timeout(value = 12, unit = TimeUnit.HOURS)
    void randomJavaProgramsBehaveTheSameInAllModes() throws IOException {
        Path out = Path.of("target", "fuzz");
        Fuzz oldest = new Fuzz(8, out);
        run(oldest, SEED);
        Fuzz newest = new Fuzz(Math.min(25, Runtime.version().feature()), out);
        run(newest, SEED + PROGRAMS / 2);
        assertEquals(
                0,
                oldest.failed() + newest.failed(),
                "failing programs are in " + out.toAbsolutePath());
    }

    private static void run(Fuzz fuzz, long seed) throws IOException {
        for (int done = 0; done < PROGRAMS / 2; done += BATCH) {
            fuzz.batch(seed + done, Math.min(BATCH, PROGRAMS / 2 - done));
        }
    }
}
