package dev.weft.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether classes begin to read an object with the values of its fields: whether on each path
 * through {@code readObject} the first thing done with the stream is {@code defaultReadObject()} or
 * {@code readFields()}, or there is no such method. Found out from the class file ({@link
 * ReadMethod}); no class is loaded for it, since it may be one that a filter is going to refuse.
 *
 * <p>Thread-safe. What was found is kept as long as the class loader.
 */
final class ReadOrder {
    /** Its {@code readObject} calls another method, and that reads them first. */
    private static final String INDIRECT = "java.util.Hashtable";

    private static final Map<ClassLoader, Map<String, Boolean>> KNOWN = new WeakHashMap<>();

    private final Set<ClassLoader> loaders = new LinkedHashSet<>();

    /** Looks for classes where these loaders do, and then where the system's does. */
    ReadOrder(ClassLoader... all) {
        for (ClassLoader each : all) {
            loaders.add(each == null ? ClassLoader.getSystemClassLoader() : each);
        }
        loaders.add(ClassLoader.getSystemClassLoader());
    }

    /**
     * Whether it is certain that the values are read first.
     *
     * @param name of a class; not null
     */
    boolean valuesFirst(String name) {
        if (!isPlain(name)) {
            return false;
        } else if (name.equals(INDIRECT)) {
            return true;
        }
        for (ClassLoader loader : loaders) {
            Boolean found = find(loader, name);
            if (found != null) {
                return found;
            }
        }
        return false;
    }

    /** It comes from a stream and becomes a path. */
    private static boolean isPlain(String name) {
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean dot = c == '.';
            if (dot ? start : !Character.isJavaIdentifierPart(c)) {
                return false;
            }
            start = dot;
        }
        return !start;
    }

    private static Boolean find(ClassLoader loader, String name) {
        Map<String, Boolean> known = known(loader);
        Boolean found = known.get(name);
        if (found == null) {
            found = look(loader, name);
            if (found != null) {
                known.put(name, found);
            }
        }
        return found;
    }

    private static Map<String, Boolean> known(ClassLoader loader) {
        synchronized (KNOWN) {
            return KNOWN.computeIfAbsent(loader, l -> new ConcurrentHashMap<>());
        }
    }

    /** Null: it has no such class. */
    private static Boolean look(ClassLoader loader, String name) {
        try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            return in == null ? null : ReadMethod.valuesFirst(in.readAllBytes());
        } catch (IOException | RuntimeException e) {
            return false; // not certain: no class file
        }
    }
}
