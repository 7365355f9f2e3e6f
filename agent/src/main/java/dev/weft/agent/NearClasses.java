package dev.weft.agent;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/**
 * Reads class files from the jar that a class was loaded from. Supertypes are mostly there, and
 * asking the class loader instead takes longer than anything else that the agent does at start: it
 * asks its parents and every module of the JDK first.
 *
 * <p>A type that the class path has twice may be found in the jar that the loader does not take. It
 * then decides by the other copy whether the class needs a look; were the copies that different,
 * the class would stay unwoven, which is safe.
 *
 * <p>Only jars of the system loader, which are never closed, are kept open. Thread-safe.
 */
final class NearClasses {
    private final boolean keepOpen;

    /** Weak, because a domain leads to its loader. A null value: not a jar. */
    private final Map<ProtectionDomain, JarFile> jars =
            Collections.synchronizedMap(new WeakHashMap<>());

    NearClasses(ClassLoader loader) {
        keepOpen = loader == ClassLoader.getSystemClassLoader();
    }

    /**
     * Looks into the jar.
     *
     * @param domain of a class from it; may be null
     * @return null when it is not there, which does not mean that the loader doesn't find it
     */
    byte[] find(ProtectionDomain domain, String internalName) {
        if (!keepOpen || domain == null) {
            return null;
        }
        try {
            JarFile jar = jars.get(domain);
            if (jar == null) {
                if (jars.containsKey(domain)) {
                    return null;
                }
                jar = open(domain.getCodeSource());
                jars.put(domain, jar);
            }
            return jar == null ? null : read(jar, internalName + ".class");
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

    private static JarFile open(CodeSource source) throws IOException {
        URL url = source == null ? null : source.getLocation();
        if (url == null || !url.getProtocol().equals("file")) {
            return null;
        }
        try {
            File file = new File(url.toURI());
            return file.isFile()
                    ? new JarFile(file, false, ZipFile.OPEN_READ, JarFile.runtimeVersion())
                    : null;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }
}
