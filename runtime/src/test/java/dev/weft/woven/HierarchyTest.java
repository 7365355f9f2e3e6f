package dev.weft.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which classes' calls need no look at their supertypes: those that woven code calls most. */
class HierarchyTest {
    @ParameterizedTest
    @CsvSource({
        "dev.weft.net.SocketInput, true", // has the interfaces of a stream's stand-ins
        "dev.weft.io.FiberBufferedReader, true",
        "dev.weft.io.FiberPrintWriter, true",
        "dev.weft.sync.Mutex, true",
        "dev.weft.io.UnwovenOutput, false"
    })
    void clean(String type, boolean expected) throws ClassNotFoundException {
        assertEquals(expected, Hierarchy.isClean(Class.forName(type)));
    }
}
