package dev.weft.weaver.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ClassPathTest {
    @TempDir private Path folder;

    @Test
    void findsTheJdksClassesInAnyModule() throws IOException {
        try (ClassPath jdk = ClassPath.of(List.of())) {
            assertNotNull(jdk.find("java/lang/Object"));
            assertNotNull(jdk.find("java/util/Map$Entry"));
            assertNotNull(jdk.find("java/sql/Driver"));
            assertNull(jdk.find("java/lang/NoSuchClass"));
            assertNull(jdk.find("no/such/pack/Age"));
            assertNull(jdk.find("NoPackage"));
        }
    }

    @Test
    void theFirstEntryWinsAndMissingOnesAreLeftOut() throws IOException {
        Path first = Files.createDirectories(folder.resolve("first"));
        Files.write(first.resolve("A.class"), new byte[] {1});
        Path second = jar("A.class", new byte[] {2}, "B.class", new byte[] {3});
        try (ClassPath path = ClassPath.of(List.of(folder.resolve("missing"), first, second))) {
            assertArrayEquals(new byte[] {1}, path.find("A"));
            assertArrayEquals(new byte[] {3}, path.find("B"));
        }
    }

    @Test
    void aMultiReleaseJarGivesWhatThisJdkWouldLoad() throws IOException {
        byte[] manifest =
                "Manifest-Version: 1.0\nMulti-Release: true\n\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Path jar =
                jar(
                        "META-INF/MANIFEST.MF",
                        manifest,
                        "A.class",
                        new byte[] {8},
                        "META-INF/versions/11/A.class",
                        new byte[] {11},
                        "META-INF/versions/99/A.class",
                        new byte[] {99});
        try (ClassPath path = ClassPath.of(List.of(jar))) {
            assertArrayEquals(new byte[] {11}, path.find("A"));
        }
    }

    @Test
    void aBrokenJarIsNamed() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");
        IOException e = assertThrows(IOException.class, () -> ClassPath.of(List.of(broken)));
        org.junit.jupiter.api.Assertions.assertTrue(
                e.getMessage().contains("broken.jar"), e.getMessage());
    }

    private Path jar(Object... namesAndBytes) throws IOException {
        Path jar = folder.resolve("library.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
            }
        }
        return jar;
    }
}
