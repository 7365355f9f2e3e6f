package dev.weft.agent;

import dev.weft.weaver.ClassSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The class files that a class loader would load, read as resources: nothing is loaded. Those of
 * the system loader are read from the class path, if possible, which is quicker. Holds the loader
 * weakly, so that an application can be undeployed.
 */
final class LoaderClasses implements ClassSource {
    private final WeakReference<ClassLoader> loader;

    /** Null when there is only the loader to ask. */
    private final SystemClassPath path;

    LoaderClasses(ClassLoader loader) {
        this.loader = new WeakReference<>(loader);
        path = SystemClassPath.of(loader);
    }

    /** Notes where a class came from; must be called with each class. */
    void saw(ProtectionDomain domain) {
        if (path != null) {
            path.saw(domain);
        }
    }

    @Override
    public byte[] find(String internalName) {
        byte[] found =
                path == null || internalName.startsWith("java/")
                        ? null
                        : path.find(internalName + ".class");
        return found == null ? findByLoader(internalName) : found;
    }

    /** The class file of a type; may be null for those of the JDK. */
    byte[] findApplications(String internalName) {
        return path == null || !path.isComplete()
                ? find(internalName)
                : path.find(internalName + ".class");
    }

    private byte[] findByLoader(String internalName) {
        ClassLoader present = loader.get();
        if (present == null) {
            return null;
        }
        try (InputStream in = present.getResourceAsStream(internalName + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public List<byte[]> resources(String name) {
        return path != null && path.isComplete() ? path.findAll(name) : resourcesByLoader(name);
    }

    private List<byte[]> resourcesByLoader(String name) {
        ClassLoader present = loader.get();
        List<byte[]> files = new ArrayList<>();
        try {
            for (URL url :
                    present == null
                            ? List.<URL>of()
                            : Collections.list(present.getResources(name))) {
                try (InputStream in = url.openStream()) {
                    files.add(in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + name, e);
        }
        return files;
    }
}
