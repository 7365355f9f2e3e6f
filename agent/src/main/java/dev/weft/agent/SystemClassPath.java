package dev.weft.agent;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;

/**
 * The class path of the system class loader, read directly: the same jars and folders in the same
 * order, with what their manifests add. To ask the loader takes five times as long, since it asks
 * its parents and every module of the JDK first; and an application's start has thousands of
 * supertypes to look at.
 *
 * <p>Only this loader's jars are never closed, so they can be kept open here; the JDK shares their
 * directories with the loader. A class that another agent's appended jar gives the loader makes
 * {@link #isComplete()} false.
 *
 * <p>Thread-safe.
 */
final class SystemClassPath {
    private final List<File> places = new ArrayList<>();
    private final List<JarFile> jars = new ArrayList<>();
    private final Set<File> seen = new HashSet<>();
    private final ConcurrentMap<ProtectionDomain, Boolean> domains = new ConcurrentHashMap<>();

    /** Where a class of a package was found. */
    private final ConcurrentMap<String, Integer> packages = new ConcurrentHashMap<>();

    private volatile boolean complete = true;

    /**
     * Opens the jars of a path.
     *
     * @param path as for the property {@code java.class.path}
     */
    SystemClassPath(String path) {
        for (String text : path.split(File.pathSeparator)) {
            add(new File(text.isEmpty() ? "." : text));
        }
    }

    /**
     * Opens the class path.
     *
     * @return null when the loader is another one, or has more than a class path
     */
    static SystemClassPath of(ClassLoader loader) {
        boolean plain =
                loader == ClassLoader.getSystemClassLoader()
                        && System.getProperty("java.system.class.loader") == null
                        && System.getProperty("jdk.module.path") == null;
        String path = plain ? System.getProperty("java.class.path") : null;
        return path == null ? null : new SystemClassPath(path);
    }

    private void add(File entry) {
        try {
            File file = entry.getCanonicalFile();
            if (!seen.add(file)) {
                return;
            }
            if (file.isDirectory()) {
                places.add(file);
                jars.add(null);
            } else if (file.isFile()) {
                JarFile jar = new JarFile(file, false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
                places.add(file);
                jars.add(jar);
                addFromManifest(file, jar);
            }
        } catch (IOException e) {
            complete = false; // the loader may see it in another way
        }
    }

    private void addFromManifest(File file, JarFile jar) throws IOException {
        byte[] text = read(jar, JarFile.MANIFEST_NAME);
        if (text == null || !new String(text, StandardCharsets.ISO_8859_1).contains("Class-Path")) {
            return;
        }
        Manifest manifest = jar.getManifest();
        String more = manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
        for (String relative : more == null ? new String[0] : more.trim().split("\\s+")) {
            try {
                add(new File(file.toURI().resolve(new URI(relative))));
            } catch (URISyntaxException | IllegalArgumentException e) {
                complete = false;
            }
        }
    }

    /** Notes where a class came from. */
    void saw(ProtectionDomain domain) {
        if (domain != null && complete && domains.putIfAbsent(domain, true) == null) {
            complete = isHere(domain.getCodeSource());
        }
    }

    private boolean isHere(CodeSource source) {
        URL url = source == null ? null : source.getLocation();
        try {
            return url != null && seen.contains(new File(url.toURI()).getCanonicalFile());
        } catch (URISyntaxException | IllegalArgumentException | IOException e) {
            return false;
        }
    }

    /** Whether what {@link #find} does not find, the loader won't find outside of the JDK. */
    boolean isComplete() {
        return complete;
    }

    /**
     * A file of that name, or null. Where the class path has two of them, it may be the one that
     * the loader does not take: it is looked for first where its package was found last.
     */
    byte[] find(String path) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        Integer last = packages.get(folder);
        byte[] found = last == null ? null : read(last, path);
        for (int i = 0; found == null && i < jars.size(); i++) {
            found = read(i, path);
            if (found != null) {
                packages.put(folder, i);
            }
        }
        return found;
    }

    /** All files of that name. */
    List<byte[]> findAll(String path) {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < jars.size(); i++) {
            byte[] found = read(i, path);
            if (found != null) {
                all.add(found);
            }
        }
        return all;
    }

    private byte[] read(int place, String path) {
        try {
            JarFile jar = jars.get(place);
            if (jar != null) {
                return read(jar, path);
            }
            File file = new File(places.get(place), path);
            return file.isFile() ? Files.readAllBytes(file.toPath()) : null;
        } catch (IOException | IllegalStateException e) {
            return null;
        }
    }

    private static byte[] read(JarFile jar, String path) throws IOException {
        JarEntry entry = jar.getJarEntry(path);
        if (entry == null) {
            return null;
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
