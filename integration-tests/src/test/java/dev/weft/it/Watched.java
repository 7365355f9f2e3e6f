package dev.weft.it;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Objects whose reachability a program under test is asked about; not woven. Confined to one test
 * at a time.
 */
public final class Watched {
    private static final int ATTEMPTS = 20;
    private static final Map<String, WeakReference<Object>> OBJECTS = new LinkedHashMap<>();

    private Watched() {}

    /**
     * Makes an object to watch.
     *
     * @param name of the object
     * @return a new object
     */
    public static Object make(String name) {
        return watch(name, new Object());
    }

    /**
     * Watches an object.
     *
     * @param <T> its type
     * @param name of the object
     * @param object the object
     * @return {@code object}
     */
    public static <T> T watch(String name, T object) {
        OBJECTS.put(name, new WeakReference<>(object));
        return object;
    }

    /**
     * Uses an object, so that it is live until here.
     *
     * @param object any
     */
    public static void use(Object object) {
        if (object == null) {
            throw new AssertionError("null in place of a watched object");
        }
    }

    /** Forgets all. */
    static void clear() {
        OBJECTS.clear();
    }

    /**
     * The names of those still reachable; collects until none but {@code expected} are, or it seems
     * hopeless.
     */
    static List<String> reachable(List<String> expected) {
        List<String> names = List.of();
        for (int i = 0; i < ATTEMPTS; i++) {
            System.gc();
            names = names();
            if (names.equals(expected)) {
                break;
            }
        }
        return names;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        OBJECTS.forEach(
                (name, object) -> {
                    if (object.get() != null) {
                        names.add(name);
                    }
                });
        return names;
    }
}
