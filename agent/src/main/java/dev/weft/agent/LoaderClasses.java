package dev.weft.agent;

import dev.weft.weaver.ClassSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The class files that a class loader would load, read as resources: nothing is loaded. Holds the
 * loader weakly, so that an application can be undeployed.
 */
final class LoaderClasses implements ClassSource {
    private final WeakReference<ClassLoader> loader;

    LoaderClasses(ClassLoader loader) {
        this.loader = new WeakReference<>(loader);
    }

    @Override
    public byte[] find(String internalName) {
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
    public List<byte[]> resources(String path) {
        ClassLoader present = loader.get();
        List<byte[]> files = new ArrayList<>();
        try {
            for (URL url :
                    present == null
                            ? List.<URL>of()
                            : Collections.list(present.getResources(path))) {
                try (InputStream in = url.openStream()) {
                    files.add(in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + path, e);
        }
        return files;
    }
}
