package dev.weft.weaver.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documentation of limits names every reason to pin. */
@Timeout(60)
class LimitsPageTest {
    @ParameterizedTest
    @EnumSource(PinReason.class)
    void everyReasonIsOnThePage(PinReason reason) throws IOException {
        String page = Files.readString(Path.of("../docs/limits.md"));
        assertTrue(page.contains("| `" + reason + "` |"), reason::toString);
    }
}
