package dev.weft.it.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A slice of the world: the jars that these tests use anyway. The whole is {@code world.sh}. */
class WorldTest {
    private static final List<String> PREFIXES =
            List.of(
                    "asm",
                    "byte-buddy",
                    "mockito",
                    "junit-jupiter",
                    "junit-platform",
                    "objenesis",
                    "opentest4j");

    @Test
    @Timeout(300)
    void everyMethodOfTheTestClassPathWeavesAndVerifies() throws Exception {
        World world = new World(new Jars(slice()));
        boolean sound = world.run(false);
        assertTrue(sound, world::toString);
        assertEquals(0, world.census().internalErrors(), world::toString);
        assertTrue(world.census().count("woven") > 10_000, world::toString);
    }

    @Test
    @Timeout(300)
    void withForcedSuspensionsTheyVerifyToo() throws Exception {
        World world = new World(new Jars(slice()));
        assertTrue(world.run(true), world::toString);
    }

    private static List<File> slice() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(f -> PREFIXES.stream().anyMatch(p -> f.getName().startsWith(p)))
                .collect(Collectors.toList());
    }
}
