package dev.weft.it.world;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/** The class files of some jars as one class path: the first of a name wins. Immutable. */
final class Jars {
    private final Map<String, byte[]> files = new TreeMap<>();

    /**
     * Reads jars.
     *
     * @throws IOException when one can't be read
     */
    Jars(List<File> jars) throws IOException {
        for (File jar : jars) {
            read(jar);
        }
    }

    /**
     * Class files by internal name; of a multi-release jar those that the running JDK would see.
     */
    Map<String, byte[]> files() {
        return files;
    }

    /** A class file of the set, else of the class path or the JDK, else null. */
    byte[] find(String internalName) {
        byte[] own = files.get(internalName);
        return own != null ? own : system(internalName);
    }

    private void read(File file) throws IOException {
        try (JarFile jar = new JarFile(file, false, ZipFile.OPEN_READ, Runtime.version())) {
            for (JarEntry entry : jar.versionedStream().collect(Collectors.toList())) {
                String name = entry.getName();
                if (isClass(name)) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        files.putIfAbsent(
                                name.substring(0, name.length() - ".class".length()),
                                in.readAllBytes());
                    }
                }
            }
        }
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class")
                && !name.endsWith("module-info.class")
                && !name.startsWith("META-INF/");
    }

    private static byte[] system(String internalName) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(internalName + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
