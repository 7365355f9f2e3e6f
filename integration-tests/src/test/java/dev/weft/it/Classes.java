package dev.weft.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A set of class files by internal name: a program under test. Immutable. */
public final class Classes {
    private static final Map<String, Optional<byte[]>> RESOURCES = new ConcurrentHashMap<>();

    private final Map<String, byte[]> files;

    Classes(Map<String, byte[]> files) {
        this.files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** Those below a folder. */
    static Classes in(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (name.endsWith(".class")) {
                    files.put(name.substring(0, name.length() - 6), Files.readAllBytes(path));
                }
            }
        }
        return new Classes(files);
    }

    Map<String, byte[]> files() {
        return files;
    }

    /** The set's own class file, else the one on the class path or of the JDK, else null. */
    byte[] find(String internalName) {
        byte[] own = files.get(internalName);
        return own != null ? own : resource(internalName);
    }

    static byte[] resource(String internalName) {
        return RESOURCES.computeIfAbsent(internalName, Classes::read).orElse(null);
    }

    private static Optional<byte[]> read(String internalName) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(internalName + ".class")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
