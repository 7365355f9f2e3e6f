package dev.weft.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scenario sources among the test resources: {@code scenarios/<lowest release>/<Name>.java}.
 */
final class Scenarios {
    private static final List<Integer> RELEASES = List.of(8, 11, 17, 21, 25);

    private Scenarios() {}

    /** The releases that the running JDK compiles. */
    static List<Integer> releases() {
        int newest = Runtime.version().feature();
        return RELEASES.stream().filter(r -> r <= newest).collect(Collectors.toList());
    }

    /** All sources that {@code release} understands, text by class name. */
    static Map<String, String> sources(int release) {
        Map<String, String> sources = new TreeMap<>();
        for (int r : RELEASES) {
            if (r <= release) {
                folder(r).forEach(file -> sources.put("scenario." + name(file), read(file)));
            }
        }
        return sources;
    }

    /** The scenarios of a compiled set: nested classes that have a {@code run()} method. */
    static List<String> programs(WovenLoader unwoven, Classes classes) {
        List<String> programs = new ArrayList<>();
        for (String internalName : classes.files().keySet()) {
            try {
                Class<?> type = unwoven.loadClass(internalName.replace('/', '.'));
                if (Stream.of(type.getDeclaredMethods()).anyMatch(Scenarios::isEntry)) {
                    programs.add(type.getName());
                }
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
        return programs;
    }

    private static boolean isEntry(java.lang.reflect.Method m) {
        return m.getName().equals("run")
                && m.getParameterCount() == 0
                && m.getReturnType() == Object.class
                && java.lang.reflect.Modifier.isStatic(m.getModifiers());
    }

    private static List<Path> folder(int release) {
        java.net.URL url = Scenarios.class.getResource("/scenarios/" + release);
        if (url == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
