package dev.weft.weaver.classify;

import dev.weft.weaver.ClassSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Class headers by name, read once. Thread-safe. */
final class ClassPool {
    private final ClassSource source;
    private final ConcurrentMap<String, Optional<ClassInfo>> cache = new ConcurrentHashMap<>();

    ClassPool(ClassSource source) {
        this.source = source;
    }

    /** Null when there is no such class. */
    ClassInfo find(String name) {
        Optional<ClassInfo> known = cache.get(name);
        if (known == null) {
            byte[] bytes = source.find(name);
            known =
                    bytes == null
                            ? Optional.empty()
                            : Optional.of(ClassInfo.read(bytes, !isPlatform(name)));
            cache.putIfAbsent(name, known);
        }
        return known.orElse(null);
    }

    /** The class file itself, or null. */
    byte[] bytes(String name) {
        return source.find(name);
    }

    /** Whether a class is or extends a type; false also when a class file is missing. */
    boolean isSubtype(String name, String type) {
        if (name == null || name.equals(type)) {
            return name != null;
        }
        ClassInfo info = find(name);
        if (info != null) {
            for (String s : info.supertypes()) {
                if (isSubtype(s, type)) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean isPlatform(String name) {
        return name.startsWith("java/")
                || name.startsWith("javax/")
                || name.startsWith("jdk/")
                || name.startsWith("sun/");
    }

    boolean weavable(String name) {
        return source.weavable(name);
    }
}
