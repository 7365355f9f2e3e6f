package dev.weft.weaver.io;

import dev.weft.weaver.Weaver;
import dev.weft.weaver.WeaverOptions;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Weaves the class files of a folder, in place or into another folder. Either every class is woven
 * and written, each file atomically, or one can't be and nothing is written. Weaving again does
 * nothing. Not thread-safe.
 */
public final class FolderWeaver {
    private final WeaverOptions options;
    private final ClassPath classPath;
    private final Inferring inferring;

    /**
     * Makes a weaver of folders.
     *
     * @param options how to weave
     * @param classPath what the folder's classes refer to; its own classes come first and need not
     *     be there
     */
    public FolderWeaver(WeaverOptions options, ClassPath classPath) {
        this(options, classPath, null);
    }

    /**
     * Makes a weaver of folders that writes down what it infers.
     *
     * @param options how to weave
     * @param classPath as above
     * @param declare a file in the form of {@link Weaver#DECLARATIONS}, or null
     */
    public FolderWeaver(WeaverOptions options, ClassPath classPath, Path declare) {
        this.options = options;
        this.classPath = classPath;
        inferring = new Inferring(options, declare);
    }

    /**
     * Weaves into another folder, copying what are not classes. Files that are there already with
     * the same content are not touched; none is deleted.
     *
     * @param in a folder
     * @param out a folder, made when missing; when it is {@code in}, files are replaced
     * @return what was done
     * @throws IOException when a file can't be read or written
     */
    public WeaveSummary weave(Path in, Path out) throws IOException {
        Map<String, byte[]> classes = classesIn(in);
        Batch batch = batch(in, classes);
        Map<String, byte[]> woven = weaveAll(batch, classes);
        if (!batch.failed()) {
            if (!in.toRealPath().equals(out.toAbsolutePath().normalize())) {
                copyOthers(in, out, classes);
            }
            write(out, woven);
        }
        return batch.summary();
    }

    /**
     * Weaves in place and remembers, so that the next time is skipped when nothing has changed and
     * is done from the compiler's own files when something has.
     *
     * @param folder a folder of class files
     * @param stateFolder where to remember, outside of {@code folder}
     * @return what was done
     * @throws IOException when a file can't be read or written
     */
    public WeaveSummary weaveInPlace(Path folder, Path stateFolder) throws IOException {
        Map<String, byte[]> files = classesIn(folder);
        WeaveState state = new WeaveState(stateFolder);
        String key = key(folder);
        if (state.upToDate(key, files)) {
            return WeaveSummary.unchanged(files.size());
        }
        Map<String, byte[]> originals = new TreeMap<>();
        files.forEach((path, bytes) -> originals.put(path, state.original(path, bytes)));
        Batch batch = batch(folder, originals);
        Map<String, byte[]> woven = weaveAll(batch, originals);
        if (!batch.failed()) {
            state.begin();
            for (Map.Entry<String, byte[]> e : originals.entrySet()) {
                state.keep(e.getKey(), e.getValue(), woven.get(e.getKey()));
            }
            write(folder, woven);
            state.end(key, woven);
        }
        return batch.summary();
    }

    private Batch batch(Path folder, Map<String, byte[]> own) throws IOException {
        OwnFiles source = new OwnFiles(path -> own(folder, own, path), classPath);
        return new Batch(new Weaver(inferring.apply(source, own.values()), source), source);
    }

    /** Classes as the compiler wrote them, other files from the folder. */
    private static byte[] own(Path folder, Map<String, byte[]> classes, String path) {
        return path.endsWith(".class")
                ? classes.get(path)
                : Bytes.readIfPresent(folder.resolve(path));
    }

    private static Map<String, byte[]> weaveAll(Batch batch, Map<String, byte[]> classes) {
        Map<String, byte[]> woven = new TreeMap<>();
        classes.forEach((path, bytes) -> woven.put(path, batch.weave(path, bytes)));
        return woven;
    }

    private static void write(Path folder, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Bytes.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static Map<String, byte[]> classesIn(Path folder) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        for (Path file : filesIn(folder)) {
            String path = relative(folder, file);
            if (Batch.isClass(path)) {
                classes.put(path, Files.readAllBytes(file));
            }
        }
        return classes;
    }

    private static void copyOthers(Path in, Path out, Map<String, byte[]> classes)
            throws IOException {
        for (Path file : filesIn(in)) {
            String path = relative(in, file);
            if (!classes.containsKey(path)) {
                Bytes.write(out.resolve(path), Files.readAllBytes(file));
            }
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "is not a folder");
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        }
    }

    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Everything but the classes themselves that the woven bytes depend on. */
    private String key(Path folder) throws IOException {
        String text =
                options
                        + "\n"
                        + classPath.fingerprint()
                        + declarations(folder)
                        + weaverFingerprint();
        return Bytes.hash(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Those of jars are in the fingerprint of the class path. */
    private String declarations(Path folder) {
        StringBuilder text = new StringBuilder();
        OwnFiles files = new OwnFiles(path -> Bytes.readIfPresent(folder.resolve(path)), classPath);
        for (String path : List.of(Weaver.DECLARATIONS, Weaver.STAND_INS)) {
            for (byte[] file : files.resources(path)) {
                text.append(path).append(Bytes.hash(file)).append('\n');
            }
        }
        return text.toString();
    }

    private static String weaverFingerprint() throws IOException {
        try (ClassPath own = ClassPath.of(List.of(ownPath()))) {
            return own.fingerprint();
        }
    }

    private static Path ownPath() throws IOException {
        try {
            return Path.of(
                    Weaver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("can't find Weft's own jar", e);
        }
    }
}
