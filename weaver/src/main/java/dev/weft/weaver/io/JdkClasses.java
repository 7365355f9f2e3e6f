package dev.weft.weaver.io;

import dev.weft.weaver.ClassSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The class files of the JDK that runs this, read from its image. Thread-safe. */
final class JdkClasses implements ClassSource {
    private final FileSystem image = FileSystems.getFileSystem(URI.create("jrt:/"));
    private final Map<String, List<Path>> modulesByPackage = new ConcurrentHashMap<>();

    @Override
    public byte[] find(String internalName) {
        int slash = internalName.lastIndexOf('/');
        if (slash < 0) {
            return null;
        }
        String name = internalName.substring(0, slash).replace('/', '.');
        for (Path module : modulesByPackage.computeIfAbsent(name, this::modules)) {
            byte[] bytes = Bytes.readIfPresent(module.resolve(internalName + ".class"));
            if (bytes != null) {
                return bytes;
            }
        }
        return null;
    }

    private List<Path> modules(String packageName) {
        Path links = image.getPath("/packages", packageName);
        List<Path> modules = new ArrayList<>();
        if (!Files.isDirectory(links)) {
            return modules;
        }
        try (DirectoryStream<Path> names = Files.newDirectoryStream(links)) {
            for (Path link : names) {
                modules.add(image.getPath("/modules", link.getFileName().toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the JDK's image", e);
        }
        return modules;
    }
}
