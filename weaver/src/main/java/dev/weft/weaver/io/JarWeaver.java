package dev.weft.weaver.io;

import dev.weft.weaver.ClassSource;
import dev.weft.weaver.Weaver;
import dev.weft.weaver.WeaverOptions;
import dev.weft.weaver.model.WeaveException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Weaves a jar into a jar: the same entries in the same order with the same times, comments and
 * compression. Each version of a multi-release jar is woven for itself. Jars inside a jar are
 * copied as they are. The new jar is complete before it takes its name. Not thread-safe.
 *
 * <p>A signature does not survive a changed class: a signed jar with anything to weave is refused,
 * unless the caller wants the signature removed.
 */
public final class JarWeaver {
    private static final List<String> ROOTS = List.of("BOOT-INF/classes/", "WEB-INF/classes/");
    private static final String VERSIONS = "META-INF/versions/";

    private final WeaverOptions options;
    private final ClassPath classPath;
    private final boolean unsign;
    private final Inferring inferring;

    /**
     * Makes a weaver of jars.
     *
     * @param options how to weave
     * @param classPath what the jar's classes refer to; its own classes come first
     * @param unsign whether to remove the signature of a signed jar
     */
    public JarWeaver(WeaverOptions options, ClassPath classPath, boolean unsign) {
        this(options, classPath, unsign, null);
    }

    /**
     * Makes a weaver of jars that writes down what it infers.
     *
     * @param options how to weave
     * @param classPath as above
     * @param unsign as above
     * @param declare a file in the form of {@link Weaver#DECLARATIONS}, or null
     */
    public JarWeaver(WeaverOptions options, ClassPath classPath, boolean unsign, Path declare) {
        this.options = options;
        this.classPath = classPath;
        this.unsign = unsign;
        inferring = new Inferring(options, declare);
    }

    /**
     * Weaves a jar.
     *
     * @param in the jar
     * @param out the new jar; may be {@code in}
     * @return what was done
     * @throws IOException when a file can't be read or written
     * @throws WeaveException when the jar is signed and something in it would change
     */
    public WeaveSummary weave(Path in, Path out) throws IOException {
        Path temporary = Bytes.temporaryFor(out);
        try (ZipFile jar = new ZipFile(in.toFile())) {
            Map<String, Batch> batches = new HashMap<>();
            try (OutputStream file = Files.newOutputStream(temporary);
                    ZipOutputStream zip = new ZipOutputStream(file)) {
                copy(jar, zip, batches);
            }
            WeaveSummary summary = sum(batches.values());
            if (summary.failures().isEmpty()) {
                Bytes.moveInto(temporary, out);
            }
            return summary;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private void copy(ZipFile jar, ZipOutputStream out, Map<String, Batch> batches)
            throws IOException {
        out.setComment(jar.getComment());
        boolean signed = jar.stream().anyMatch(e -> isSignature(e.getName()));
        for (ZipEntry entry : Collections.list(jar.entries())) {
            String name = entry.getName();
            if (signed && unsign && isSignature(name)) {
                continue;
            }
            byte[] bytes = read(jar, entry);
            byte[] woven = bytes;
            if (!entry.isDirectory() && Batch.isClass(name)) {
                woven = batch(jar, root(name), batches).weave(name, bytes);
            }
            if (signed && !unsign && !Arrays.equals(bytes, woven)) {
                throw signed(jar.getName(), name);
            }
            put(out, entry, woven);
        }
    }

    private static WeaveException signed(String jar, String entry) {
        return new WeaveException(
                jar
                        + " is signed and "
                        + entry
                        + " has suspendable methods: weaving would break the signature;"
                        + " weave with --unsign and sign the result, or use the agent");
    }

    private static void put(ZipOutputStream out, ZipEntry entry, byte[] bytes) throws IOException {
        ZipEntry copy = new ZipEntry(entry);
        copy.setCompressedSize(-1);
        copy.setSize(bytes.length);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        copy.setCrc(crc.getValue());
        out.putNextEntry(copy);
        out.write(bytes);
        out.closeEntry();
    }

    private static byte[] read(ZipFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private Batch batch(ZipFile jar, String root, Map<String, Batch> batches) throws IOException {
        Batch known = batches.get(root);
        if (known == null) {
            List<String> roots = roots(root);
            ClassSource classes = new OwnFiles(path -> find(jar, roots, path), classPath);
            List<byte[]> own = options.infer().isEmpty() ? List.of() : classesIn(jar, roots);
            known = new Batch(new Weaver(inferring.apply(classes, own), classes), classes);
            batches.put(root, known);
        }
        return known;
    }

    /** Classes of one version refer to that version's first, then to the older ones. */
    private static List<String> roots(String root) {
        List<String> roots = new ArrayList<>();
        if (root.startsWith(VERSIONS)) {
            int version = Integer.parseInt(root.substring(VERSIONS.length(), root.length() - 1));
            for (int v = version; v > 8; v--) {
                roots.add(VERSIONS + v + "/");
            }
        } else if (!root.isEmpty()) {
            roots.add(root);
        }
        roots.add("");
        return roots;
    }

    private static List<byte[]> classesIn(ZipFile jar, List<String> roots) throws IOException {
        List<byte[]> classes = new ArrayList<>();
        for (ZipEntry entry : Collections.list(jar.entries())) {
            if (Batch.isClass(entry.getName()) && roots.contains(root(entry.getName()))) {
                classes.add(read(jar, entry));
            }
        }
        return classes;
    }

    private static byte[] find(ZipFile jar, List<String> roots, String path) {
        for (String root : roots) {
            ZipEntry entry = jar.getEntry(root + path);
            if (entry != null) {
                try {
                    return read(jar, entry);
                } catch (IOException e) {
                    throw new WeaveException(
                            "can't read " + entry.getName() + " in " + jar.getName() + ": " + e);
                }
            }
        }
        return null;
    }

    private static String root(String name) {
        if (name.startsWith(VERSIONS)) {
            int slash = name.indexOf('/', VERSIONS.length());
            String number = slash < 0 ? "" : name.substring(VERSIONS.length(), slash);
            return number.matches("[1-9][0-9]{0,4}") ? name.substring(0, slash + 1) : "";
        }
        return ROOTS.stream().filter(name::startsWith).findFirst().orElse("");
    }

    private static boolean isSignature(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (!upper.startsWith("META-INF/") || upper.indexOf('/', 9) >= 0) {
            return false;
        }
        return upper.endsWith(".SF")
                || upper.endsWith(".RSA")
                || upper.endsWith(".DSA")
                || upper.endsWith(".EC")
                || upper.startsWith("META-INF/SIG-");
    }

    private static WeaveSummary sum(Iterable<Batch> batches) {
        List<WeaveSummary> parts = new ArrayList<>();
        batches.forEach(b -> parts.add(b.summary()));
        return WeaveSummary.sum(parts);
    }
}
