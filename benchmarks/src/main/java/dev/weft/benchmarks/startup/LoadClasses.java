package dev.weft.benchmarks.startup;

import dev.weft.Suspendable;
import dev.weft.fiber.Weft;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/**
 * A large application's start: loads and links (which verifies) the first N classes of the jars on
 * its class path, jar by jar in turns. A few classes are suspendable: this one.
 */
public final class LoadClasses {
    private LoadClasses() {}

    /**
     * Loads, runs one fiber, and prints what it took.
     *
     * @param args how many classes, and the jars to take them from
     * @throws IOException when a jar can't be read
     */
    public static void main(String[] args) throws IOException {
        int wanted = Integer.parseInt(args[0]);
        List<List<String>> names = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            names.add(names(new File(args[i])));
        }
        int linked = 0;
        for (int row = 0; linked < wanted; row++) {
            boolean more = false;
            for (List<String> jar : names) {
                if (row < jar.size() && linked < wanted) {
                    more = true;
                    linked += link(jar.get(row));
                }
            }
            if (!more) {
                throw new IllegalArgumentException("only " + linked + " classes can be linked");
            }
        }
        Weft.run(() -> fiber());
        Cost.print(linked);
    }

    @Suspendable
    private static void fiber() {
        Weft.yield();
    }

    private static List<String> names(File file) throws IOException {
        List<String> names = new ArrayList<>();
        try (JarFile jar = new JarFile(file)) {
            jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                    .filter(name -> !name.endsWith("-info.class"))
                    .forEach(n -> names.add(n.substring(0, n.length() - 6).replace('/', '.')));
        }
        return names;
    }

    /** Asking for the methods links a class without initialising it. */
    private static int link(String name) {
        try {
            Class<?> type = Class.forName(name, false, LoadClasses.class.getClassLoader());
            return Math.min(1, 1 + type.getDeclaredMethods().length);
        } catch (ClassNotFoundException | LinkageError | TypeNotPresentException e) {
            return 0; // an optional dependency is missing
        }
    }
}
