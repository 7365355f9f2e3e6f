package dev.weft.weaver.io;

import dev.weft.weaver.ClassSource;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Folders and jars to look classes up in, followed by the running JDK. A multi-release jar gives
 * what the running JDK would load. Nothing is loaded. Thread-safe.
 */
public final class ClassPath implements ClassSource, Closeable {
    private final List<Path> paths;
    private final List<Entry> entries = new ArrayList<>();
    private final JdkClasses jdk = new JdkClasses();
    private final List<JarFile> open = new ArrayList<>();

    private ClassPath(List<Path> paths) {
        this.paths = List.copyOf(paths);
    }

    /**
     * Opens a class path. Entries that do not exist are left out, as the JVM does.
     *
     * @param paths folders and jars in their order
     * @return to be closed by the caller
     * @throws IOException when a jar can't be opened
     */
    public static ClassPath of(List<Path> paths) throws IOException {
        ClassPath classPath = new ClassPath(paths);
        try {
            for (Path path : paths) {
                classPath.add(path);
            }
        } catch (IOException e) {
            classPath.close();
            throw e;
        }
        return classPath;
    }

    private void add(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            entries.add(name -> Bytes.readIfPresent(path.resolve(name)));
        } else if (Files.exists(path)) {
            JarFile jar = open(path);
            open.add(jar);
            entries.add(name -> read(jar, name));
        }
    }

    private static JarFile open(Path path) throws IOException {
        try {
            return new JarFile(path.toFile(), false, ZipFile.OPEN_READ, Runtime.version());
        } catch (IOException e) {
            throw new IOException(
                    "can't read the class path entry " + path + ": " + e.getMessage(), e);
        }
    }

    private static byte[] read(JarFile jar, String name) {
        JarEntry entry = jar.getJarEntry(name);
        if (entry == null) {
            return null;
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + name + " in " + jar.getName(), e);
        }
    }

    @Override
    public byte[] find(String internalName) {
        for (Entry entry : entries) {
            byte[] bytes = entry.read(internalName + ".class");
            if (bytes != null) {
                return bytes;
            }
        }
        return jdk.find(internalName);
    }

    @Override
    public List<byte[]> resources(String path) {
        return entries.stream()
                .map(e -> e.read(path))
                .filter(Objects::nonNull)
                .collect(Collectors.toList());
    }

    /** A folder or a jar. */
    private interface Entry {
        /** A file's bytes, or null. */
        byte[] read(String path);
    }

    /**
     * Says whether the class path is still the same one: names, sizes and times of jars and class
     * files, and the JDK.
     *
     * @return a text that is equal when nothing has changed
     * @throws IOException when a folder can't be read
     */
    public String fingerprint() throws IOException {
        StringBuilder text = new StringBuilder(System.getProperty("java.home"));
        text.append(' ').append(Runtime.version()).append('\n');
        for (Path path : paths) {
            describe(path, text);
        }
        return text.toString();
    }

    private static void describe(Path path, StringBuilder text) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(path)) {
            List<Path> files =
                    walk.filter(f -> f.equals(path) || f.toString().endsWith(".class"))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .collect(Collectors.toList());
            for (Path file : files) {
                text.append(file).append(' ').append(Files.size(file)).append(' ');
                text.append(Files.getLastModifiedTime(file)).append('\n');
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (JarFile jar : open) {
            jar.close();
        }
    }
}
