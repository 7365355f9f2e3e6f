package dev.weft.agent;

import dev.weft.weaver.WeaverOptions;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A {@link LoaderWeaver} for each class loader, forgotten with it. Compares loaders by identity: a
 * loader's own {@code equals} is the application's code, which must not run here.
 */
final class LoaderWeavers {
    /** It has most classes, and is never collected. */
    private static final ClassLoader SYSTEM = ClassLoader.getSystemClassLoader();

    private final WeaverOptions options;
    private volatile LoaderWeaver system;
    private final ConcurrentMap<Key, LoaderWeaver> byLoader = new ConcurrentHashMap<>();
    private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();

    LoaderWeavers(WeaverOptions options) {
        this.options = options;
    }

    LoaderWeaver of(ClassLoader loader) {
        LoaderWeaver quick = loader == SYSTEM ? system : null;
        if (quick != null) {
            return quick;
        }
        for (Object key = collected.poll(); key != null; key = collected.poll()) {
            byLoader.remove(key);
        }
        Key key = new Key(loader, collected);
        LoaderWeaver present = byLoader.get(key);
        if (present != null) {
            return present;
        }
        LoaderWeaver fresh = new LoaderWeaver(options, loader);
        LoaderWeaver first = byLoader.putIfAbsent(key, fresh);
        LoaderWeaver made = first == null ? fresh : first;
        if (loader == SYSTEM) {
            system = made;
        }
        return made;
    }

    private static final class Key extends WeakReference<ClassLoader> {
        private final int hash;

        Key(ClassLoader loader, ReferenceQueue<ClassLoader> queue) {
            super(loader, queue);
            hash = System.identityHashCode(loader);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            if (this == other) {
                return true;
            }
            ClassLoader loader = get();
            return loader != null && other instanceof Key && loader == ((Key) other).get();
        }
    }
}
