package dev.weft.it;

import java.util.Map;
import java.util.Objects;

/**
 * A fresh loader that defines a program's classes from given bytes. HotSpot verifies all of them.
 */
final class WovenLoader extends ClassLoader {
    private final Map<String, byte[]> files;

    WovenLoader(Map<String, byte[]> files) {
        super(WovenLoader.class.getClassLoader());
        this.files = files;
    }

    /** Loads and links all classes, so that each is verified, without initialising them. */
    void linkAll() {
        for (String name : files.keySet()) {
            try {
                link(loadClass(name.replace('/', '.')));
            } catch (ClassNotFoundException | LinkageError e) {
                throw new AssertionError("cannot link " + name, e);
            }
        }
    }

    /** Listing the methods makes HotSpot link, and so verify, a class without initialising it. */
    static void link(Class<?> type) {
        Objects.requireNonNull(type.getDeclaredMethods());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            byte[] own = loaded == null ? files.get(name.replace('.', '/')) : null;
            if (own != null) {
                return defineClass(name, own, 0, own.length);
            }
            return loaded != null ? loaded : super.loadClass(name, resolve);
        }
    }
}
