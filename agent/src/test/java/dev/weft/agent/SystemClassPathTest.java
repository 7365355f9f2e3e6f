package dev.weft.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.weaver.model.WeaveException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemClassPathTest {
    private static final String NAME = "a/b/C.class";

    @TempDir Path folder;

    private Path jar(String name, String classPath, String... files) throws IOException {
        Path jar = folder.resolve(name);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (classPath != null) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            for (String file : files) {
                entries.putNextEntry(new JarEntry(file));
                entries.write(bytes(name));
            }
        }
        return jar;
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static SystemClassPath path(Object... places) {
        StringBuilder path = new StringBuilder();
        for (Object place : places) {
            path.append(path.length() == 0 ? "" : File.pathSeparator).append(place);
        }
        return new SystemClassPath(path.toString());
    }

    @Test
    void findsInJarsAndFoldersInTheirOrder() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/a/b"));
        Files.write(classes.resolve("C.class"), bytes("folder"));
        Files.write(classes.resolve("D.class"), bytes("folder"));
        Path root = folder.resolve("classes");
        Path jar = jar("one.jar", null, NAME);
        assertArrayEquals(bytes("folder"), path(root, jar).find(NAME));
        assertArrayEquals(bytes("one.jar"), path(jar, root).find(NAME));
        assertArrayEquals(bytes("folder"), path(jar, root).find("a/b/D.class"));
        assertEquals(2, path(jar, root).findAll(NAME).size());
        assertNull(path(jar, root, folder.resolve("missing.jar")).find("a/b/E.class"));
    }

    @Test
    void followsTheManifestsClassPathOnce() throws IOException {
        jar("lib.jar", "main.jar", NAME, "a/Lib.class");
        Path main = jar("main.jar", "lib.jar missing.jar", "a/Main.class");
        Path last = jar("last.jar", null, NAME);
        SystemClassPath path = path(main, last);
        assertArrayEquals(bytes("lib.jar"), path.find(NAME));
        assertArrayEquals(bytes("lib.jar"), path.find("a/Lib.class"));
        assertEquals(2, path.findAll(NAME).size());
        assertTrue(path.isComplete());
    }

    @Test
    void isNotCompleteOnceAClassCameFromElsewhere() throws IOException {
        Path here = jar("here.jar", null, NAME);
        Path elsewhere = jar("elsewhere.jar", null, NAME);
        SystemClassPath path = path(here);
        path.saw(null);
        path.saw(domain(here));
        assertTrue(path.isComplete());
        path.saw(domain(elsewhere));
        assertFalse(path.isComplete());
    }

    private static ProtectionDomain domain(Path jar) throws IOException {
        URL url = jar.toUri().toURL();
        return new ProtectionDomain(new CodeSource(url, (Certificate[]) null), null);
    }

    @Test
    void onlyTheSystemLoaderHasOne() {
        assertNull(SystemClassPath.of(ClassLoader.getPlatformClassLoader()));
        assertNull(SystemClassPath.of(new ClassLoader() {}));
    }

    @Test
    void aTagOfALaterClassFileIsNamed() {
        byte[] file = {
            (byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 99, 0, 2, 77, 0
        };
        RuntimeException thrown = assertThrows(WeaveException.class, () -> new ConstantPool(file));
        assertTrue(thrown.getMessage().contains("unknown tag 77"), thrown::getMessage);
    }
}
