package dev.weft.weaver.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Compiles test sources, and an annotation like the runtime's, which the weaver does not depend on.
 */
public final class Sources {
    private static final String ANNOTATION = "package dev.weft; public @interface Suspendable {}";

    private Sources() {}

    /**
     * Compiles with the running JDK for release 11.
     *
     * @param folder an empty folder
     * @param sources text by path, such as {@code golden/Constructs.java}
     * @return class files by internal name
     */
    public static Map<String, byte[]> compile(Path folder, Map<String, String> sources)
            throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Path out = Files.createDirectories(folder.resolve("out"));
        Map<String, String> all = new TreeMap<>(sources);
        all.put("dev/weft/Suspendable.java", ANNOTATION);
        Stream.Builder<String> args = Stream.builder();
        Stream.of("--release", "11", "-g", "-proc:none", "-Xlint:none", "-d", out.toString())
                .forEach(args);
        for (Map.Entry<String, String> source : all.entrySet()) {
            Path file = in.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            args.add(Files.writeString(file, source.getValue()).toString());
        }
        int status =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, args.build().toArray(String[]::new));
        if (status != 0) {
            throw new IllegalArgumentException("does not compile");
        }
        return read(out);
    }

    private static Map<String, byte[]> read(Path out) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                String name =
                        out.relativize(file)
                                .toString()
                                .replace('\\', '/')
                                .replaceFirst("\\.class$", "");
                classes.put(name, Files.readAllBytes(file));
            }
        }
        return classes;
    }

    /** A class of a set, else of the JDK, else null. */
    public static byte[] find(Map<String, byte[]> classes, String name) {
        byte[] own = classes.get(name);
        if (own != null) {
            return own;
        }
        try (InputStream in =
                ClassLoader.getPlatformClassLoader().getResourceAsStream(name + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A test resource as text. */
    public static String resource(String path) throws IOException {
        try (InputStream in = Sources.class.getResourceAsStream(path)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
