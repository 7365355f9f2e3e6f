package dev.weft.weaver.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.weaver.model.ClassReport;
import dev.weft.weaver.model.PinReason;
import dev.weft.weaver.model.PinSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
    @TempDir private Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        PinSite pin =
                new PinSite("com.acme.A", "m()V", 17, PinReason.SYNCHRONIZED_BLOCK, "calls\tB.n()");
        PinSite call = new PinSite("com.acme.B", "n()V", 4, PinReason.HANDS_OFF, "C.get");
        Path file = folder.resolve("deep/report.tsv");
        ReportFile.write(
                file,
                List.of(
                        new ClassReport("com.acme.A", List.of("k(I)I"), List.of(pin)),
                        new ClassReport("com.acme.B", List.of("n()V"), List.of(), List.of(call))));
        List<ClassReport> read = ReportFile.read(file);
        assertEquals(2, read.size());
        assertEquals(List.of("k(I)I"), read.get(0).woven());
        PinSite again = read.get(0).pins().get(0);
        assertEquals(
                "com.acme.A m()V 17 SYNCHRONIZED_BLOCK calls B.n()",
                String.join(" ", again.className(), again.method(), "" + again.line())
                        + " "
                        + again.reason()
                        + " "
                        + again.detail());
        assertEquals(List.of("n()V"), read.get(1).woven());
        assertEquals(List.of(), read.get(1).pins());
        assertEquals(4, read.get(1).blocking().get(0).line());
    }

    @Test
    void anotherFileIsRefusedWithItsNameAndLine() throws IOException {
        Path other = Files.writeString(folder.resolve("other.txt"), "hello\n");
        assertTrue(
                assertThrows(IOException.class, () -> ReportFile.read(other))
                        .getMessage()
                        .contains("other.txt"));
        Path bad =
                Files.writeString(
                        folder.resolve("bad.tsv"),
                        ReportFile.HEADER + "\nwoven\ta\tb()V\nfoo\tA\tb\n");
        String message = assertThrows(IOException.class, () -> ReportFile.read(bad)).getMessage();
        assertTrue(message.contains("bad.tsv:3"), message);
    }
}
