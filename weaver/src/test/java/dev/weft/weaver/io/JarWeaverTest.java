package dev.weft.weaver.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.weaver.WeaverOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JarWeaverTest {
    @TempDir private Path folder;

    @Test
    void keepsOrderTimesCommentsAndCompression() throws IOException {
        Path in = folder.resolve("in.jar");
        Path out = folder.resolve("out.jar");
        makeJar(in);
        weaver().weave(in, out);
        assertEquals(describe(in), describe(out));
    }

    @Test
    void weavesAJarOntoItself() throws IOException {
        Path jar = folder.resolve("app.jar");
        makeJar(jar);
        List<String> before = describe(jar);
        weaver().weave(jar, jar);
        assertEquals(before, describe(jar));
        assertNothingElseThan(jar);
    }

    @Test
    void aFileThatIsNoJarLeavesNothingBehind() throws IOException {
        Path in = Files.writeString(folder.resolve("in.jar"), "no jar");
        assertThrows(ZipException.class, () -> weaver().weave(in, folder.resolve("out.jar")));
        assertNothingElseThan(in);
    }

    @Test
    void aClassThatCannotBeReadIsAFailureAndKeepsTheOldResult() throws IOException {
        Path in = folder.resolve("in.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(in))) {
            zip.putNextEntry(new ZipEntry("a/Bad.class"));
            zip.write("not a class file".getBytes(StandardCharsets.UTF_8));
        }
        Path out = Files.writeString(folder.resolve("out.jar"), "old");
        WeaveSummary summary = weaver().weave(in, out);
        assertEquals(1, summary.failures().size(), summary.failures()::toString);
        assertEquals("old", Files.readString(out));
    }

    private JarWeaver weaver() throws IOException {
        return new JarWeaver(WeaverOptions.builder().build(), ClassPath.of(List.of()), false);
    }

    private void assertNothingElseThan(Path file) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertArrayEquals(new Object[] {file}, files.toArray());
        }
    }

    private static void makeJar(Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setComment("a comment");
            add(
                    zip,
                    "META-INF/MANIFEST.MF",
                    "Multi-Release: true\n".getBytes(StandardCharsets.UTF_8),
                    ZipEntry.DEFLATED);
            add(zip, "z/", new byte[0], ZipEntry.STORED);
            byte[] self = classFile();
            add(zip, "dev/weft/weaver/io/Bytes.class", self, ZipEntry.DEFLATED);
            add(
                    zip,
                    "META-INF/versions/11/dev/weft/weaver/io/Bytes.class",
                    self,
                    ZipEntry.DEFLATED);
            add(zip, "lib/inner.jar", new byte[] {1, 2, 3}, ZipEntry.STORED);
            add(zip, "a.txt", "text".getBytes(StandardCharsets.UTF_8), ZipEntry.DEFLATED);
        }
    }

    private static byte[] classFile() throws IOException {
        try (InputStream in = Bytes.class.getResourceAsStream("Bytes.class")) {
            return in.readAllBytes();
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes, int method)
            throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(method);
        entry.setSize(bytes.length);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setCrc(crc.getValue());
        entry.setLastModifiedTime(FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));
        entry.setComment("of " + name);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static List<String> describe(Path jar) throws IOException {
        List<String> all = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            all.add(zip.getComment());
            for (ZipEntry e : Collections.list(zip.entries())) {
                all.add(
                        String.join(
                                        " ",
                                        e.getName(),
                                        e.getComment(),
                                        "" + e.getMethod(),
                                        "" + e.getSize())
                                + " "
                                + e.getCrc()
                                + " "
                                + e.getLastModifiedTime());
            }
        }
        assertFalse(all.isEmpty());
        return all;
    }
}
