package dev.weft.it.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The slice of the random programs that every build runs; the whole run is {@link Fuzz}'s main. */
@Timeout(600)
class FuzzTest {
    private static final int PROGRAMS = Integer.getInteger("weft.fuzz.programs", 200);
    private static final long SEED = Long.getLong("weft.fuzz.seed", 0);

    @Test
    void randomJavaProgramsBehaveTheSameInAllModes() throws IOException {
        Path out = Path.of("target", "fuzz");
        Fuzz oldest = new Fuzz(8, out);
        oldest.batch(SEED, PROGRAMS / 2);
        Fuzz newest = new Fuzz(Math.min(25, Runtime.version().feature()), out);
        newest.batch(SEED + PROGRAMS / 2, PROGRAMS / 2);
        assertEquals(0, oldest.failed() + newest.failed(), "failing programs are in " + out.toAbsolutePath());
    }
}
