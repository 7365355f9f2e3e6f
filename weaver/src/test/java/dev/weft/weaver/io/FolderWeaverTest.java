package dev.weft.weaver.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.weaver.WeaverOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderWeaverTest {
    private static final FileTime OLD = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir private Path temp;
    private Path in;
    private Path file;

    @BeforeEach
    void makeFolder() throws IOException {
        in = temp.resolve("in");
        file = in.resolve("dev/weft/weaver/io/Batch.class");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes("Batch.class"));
        Files.writeString(in.resolve("some.properties"), "a=b");
    }

    @Test
    void copiesWhatIsNotAClassAndTouchesNothingTwice() throws IOException {
        Path out = temp.resolve("out");
        weaver().weave(in, out);
        Path copy = out.resolve("some.properties");
        assertEquals("a=b", Files.readString(copy));
        assertArrayEquals(
                Files.readAllBytes(file), Files.readAllBytes(out.resolve(in.relativize(file))));
        Files.setLastModifiedTime(copy, OLD);
        weaver().weave(in, out);
        assertEquals(OLD, Files.getLastModifiedTime(copy));
    }

    @Test
    void theSecondTimeInPlaceIsSkipped() throws IOException {
        Path state = temp.resolve("state");
        assertFalse(weaver().weaveInPlace(in, state).upToDate());
        assertTrue(weaver().weaveInPlace(in, state).upToDate());
    }

    @Test
    void aNewClassAChangedOneAndADeletedOneAreNoticed() throws IOException {
        Path state = temp.resolve("state");
        weaver().weaveInPlace(in, state);
        Path other = file.resolveSibling("Bytes.class");
        Files.write(other, bytes("Bytes.class"));
        assertFalse(weaver().weaveInPlace(in, state).upToDate());
        Files.write(other, bytes("ClassPath.class"));
        assertFalse(weaver().weaveInPlace(in, state).upToDate());
        Files.delete(other);
        assertFalse(weaver().weaveInPlace(in, state).upToDate());
        assertTrue(weaver().weaveInPlace(in, state).upToDate());
    }

    @Test
    void otherOptionsAreNoticed() throws IOException {
        Path state = temp.resolve("state");
        weaver().weaveInPlace(in, state);
        WeaverOptions others = WeaverOptions.builder().exclude("com.acme.**").build();
        assertFalse(
                new FolderWeaver(others, ClassPath.of(List.of()))
                        .weaveInPlace(in, state)
                        .upToDate());
    }

    @Test
    void anotherClassPathIsNoticed() throws IOException {
        Path state = temp.resolve("state");
        Path library = Files.createDirectories(temp.resolve("library"));
        assertFalse(weaver(library).weaveInPlace(in, state).upToDate());
        assertTrue(weaver(library).weaveInPlace(in, state).upToDate());
        Files.write(library.resolve("X.class"), new byte[] {1});
        assertFalse(weaver(library).weaveInPlace(in, state).upToDate());
    }

    @Test
    void whenOneClassIsBadNothingIsWritten() throws IOException {
        Files.write(in.resolve("Bad.class"), new byte[] {1, 2, 3});
        Path out = temp.resolve("out");
        WeaveSummary summary = weaver().weave(in, out);
        assertEquals(1, summary.failures().size(), summary.failures()::toString);
        assertTrue(summary.failures().get(0).startsWith("Bad.class"), summary.failures()::toString);
        assertFalse(Files.exists(out));
    }

    private static FolderWeaver weaver(Path... classPath) throws IOException {
        return new FolderWeaver(WeaverOptions.builder().build(), ClassPath.of(List.of(classPath)));
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = Batch.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
