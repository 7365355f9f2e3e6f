package dev.weft.blocking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.woven.StandIn;
import dev.weft.woven.StandIns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.ProtocolFamily;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table is complete for the JDK that runs this, true, and printed in the documentation. */
class PatchTableTest {
    /** How many there are on JDK 11; later ones have more. */
    private static final int AT_LEAST = 149;

    private static final Set<String> NEWER =
            Set.of(
                    "quietlyJoin",
                    "toList",
                    "mapMulti",
                    "startVirtualThread",
                    "newThreadPerTaskExecutor",
                    "newVirtualThreadPerTaskExecutor");

    @Test
    void everyInterruptibleMethodHasARow() {
        List<PatchRow> rows = PatchTable.rows();
        List<Method> all = interruptibleMethods();
        List<Method> missing =
                all.stream()
                        .filter(m -> rows.stream().noneMatch(row -> row.covers(m)))
                        .collect(Collectors.toList());
        assertEquals(List.of(), missing);
        assertTrue(all.size() >= AT_LEAST, "looked at " + all.size());
    }

    @Test
    void everyStandInStandsForAMethod() {
        List<String> unknown = new ArrayList<>();
        for (Class<?> chapter : PatchTable.class.getAnnotation(StandIns.class).value()) {
            for (Method m : chapter.getDeclaredMethods()) {
                StandIn standIn = m.getAnnotation(StandIn.class);
                if (standIn != null && !isOriginalThere(m, standIn) && !isNewer(m)) {
                    unknown.add(m.toString());
                }
            }
        }
        assertEquals(List.of(), unknown);
    }

    /** What is not suspendable is called from everywhere, as it stands. */
    @Test
    void everyStandInThatSuspendsHasItsOverload() {
        for (Class<?> chapter : PatchTable.class.getAnnotation(StandIns.class).value()) {
            for (Method m : chapter.getDeclaredMethods()) {
                if (m.isAnnotationPresent(StandIn.class)) {
                    boolean suspendable = m.isAnnotationPresent(Suspendable.class);
                    assertEquals(suspendable, hasOverload(chapter, m), m.toString());
                }
            }
        }
    }

    @Test
    void reasonsAreGiven() {
        for (PatchRow row : PatchTable.rows()) {
            assertFalse(row.note().isBlank(), row.toString());
        }
    }

    @Test
    void documentationIsPrintedFromTheTable() throws IOException {
        Path base = Path.of(System.getProperty("basedir", ".")).toAbsolutePath();
        String page = Files.readString(base.resolveSibling("docs").resolve("patches.md"));
        assertEquals(PatchPrinter.text(), page, "print it again with PatchPrinter");
    }

    private static boolean isOriginalThere(Method m, StandIn standIn) {
        if (!standIn.type().isEmpty()) {
            return isNamedOriginalThere(m, standIn);
        }
        if (standIn.constructor()) {
            return isConstructorThere(m, standIn);
        }
        Class<?>[] types = m.getParameterTypes();
        Class<?>[] original =
                standIn.isStatic() ? types : Arrays.copyOfRange(types, 1, types.length);
        try {
            Method found = standIn.value().getMethod(m.getName(), original);
            return found.getReturnType() == m.getReturnType()
                    && Modifier.isStatic(found.getModifiers()) == standIn.isStatic()
                    && (standIn.isStatic() || types[0] == standIn.value());
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    /** Of a type that JDK 17 does not have. */
    private static boolean isNamedOriginalThere(Method m, StandIn standIn) {
        Class<?>[] types = m.getParameterTypes();
        try {
            Class<?>[] original = Arrays.copyOfRange(types, 1, types.length);
            Method found = Class.forName(standIn.type()).getMethod(m.getName(), original);
            return found.getReturnType() == m.getReturnType() && types[0] == Object.class;
        } catch (ClassNotFoundException e) {
            return Runtime.version().feature() < 21;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static boolean isConstructorThere(Method m, StandIn standIn) {
        try {
            standIn.value().getDeclaredConstructor(m.getParameterTypes());
            if (standIn.superclass() != void.class) {
                standIn.superclass().getDeclaredConstructor(m.getParameterTypes());
            }
            return standIn.value().isAssignableFrom(m.getReturnType());
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    /** Stand-ins for methods that only later releases than 17 have. */
    private static boolean isNewer(Method m) {
        boolean duration = Arrays.asList(m.getParameterTypes()).contains(java.time.Duration.class);
        boolean failures = m.getName().startsWith("exceptionally");
        boolean family = Arrays.asList(m.getParameterTypes()).contains(ProtocolFamily.class);
        return family && Runtime.version().feature() < 16
                || failures && Runtime.version().feature() < 12
                || (duration || NEWER.contains(m.getName())) && Runtime.version().feature() < 25;
    }

    private static boolean hasOverload(Class<?> chapter, Method m) {
        Class<?>[] types = Arrays.copyOf(m.getParameterTypes(), m.getParameterCount() + 1);
        types[m.getParameterCount()] = dev.weft.woven.Stack.class;
        try {
            chapter.getDeclaredMethod(m.getName(), types);
            return true;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static List<Method> interruptibleMethods() {
        return ModuleFinder.ofSystem().findAll().stream()
                .filter(module -> module.descriptor().name().startsWith("java."))
                .flatMap(PatchTableTest::classes)
                .filter(PatchTableTest::isVisible)
                .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                .filter(
                        m ->
                                (m.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0
                                        && !m.isSynthetic())
                .filter(
                        m ->
                                Arrays.asList(m.getExceptionTypes())
                                        .contains(InterruptedException.class))
                .collect(Collectors.toList());
    }

    private static Stream<Class<?>> classes(ModuleReference module) {
        Set<String> exported =
                module.descriptor().exports().stream()
                        .filter(e -> !e.isQualified())
                        .map(e -> e.source().replace('.', '/'))
                        .collect(Collectors.toSet());
        List<Class<?>> classes = new ArrayList<>();
        try (ModuleReader reader = module.open();
                Stream<String> files = reader.list()) {
            files.filter(f -> f.endsWith(".class") && exported.contains(folder(f)))
                    .forEach(f -> classes.add(load(f)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes.stream();
    }

    private static String folder(String file) {
        return file.substring(0, Math.max(file.lastIndexOf('/'), 0));
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            return Class.forName(name, false, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isVisible(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getDeclaringClass()) {
            if ((c.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) == 0) {
                return false;
            }
        }
        return true;
    }
}
