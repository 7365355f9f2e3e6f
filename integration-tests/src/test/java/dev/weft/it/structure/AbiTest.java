package dev.weft.it.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.weaver.WeaveResult;
import dev.weft.weaver.Weaver;
import dev.weft.weaver.WeaverOptions;
import dev.weft.weaver.classify.FunctionMethod;
import dev.weft.weaver.model.Abi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;

/** The weaver knows the runtime by names only: each of them must resolve in the runtime. */
final class AbiTest {
    private static final String PACKAGE = "dev/weft/woven/";
    private static final int ENOUGH = 25;

    @Test
    void classesNamedByConstantsExist() throws ReflectiveOperationException {
        int found = 0;
        for (Field constant : Abi.class.getFields()) {
            if (constant.getType() == String.class
                    && ((String) constant.get(null)).startsWith(PACKAGE)) {
                Class<?> type = load((String) constant.get(null));
                assertTrue(Modifier.isPublic(type.getModifiers()), type + " is not public");
                found++;
            }
        }
        assertTrue(found >= 5, "only " + found + " classes are named");
        Class.forName(Abi.SUSPENDABLE.substring(1, Abi.SUSPENDABLE.length() - 1).replace('/', '.'));
    }

    @Test
    void companionsHaveTheOverload() throws ReflectiveOperationException {
        List<FunctionMethod> all = FunctionMethod.all();
        assertEquals(2 * 11 + 2, all.size(), "Kotlin's, Scala's, Groovy's");
        for (FunctionMethod function : all) {
            Class<?> companion = load(function.companion());
            MethodType overload =
                    MethodType.fromMethodDescriptorString(
                            Abi.withStack(function.desc()), AbiTest.class.getClassLoader());
            Method method = companion.getMethod(function.name(), overload.parameterArray());
            assertEquals(overload.returnType(), method.getReturnType());
            assertEquals(1, companion.getMethods().length);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,0", "1,0", "2,0", "3,0", "8,0", "9,0", "0,1", "0,2", "0,3", "0,4", "0,5", "1,1", "5,3",
        "8,4", "9,9"
    })
    void frameClassesHoldWhatTheyAreChosenFor(int refs, int prims)
            throws ReflectiveOperationException {
        String name = Abi.frameClass(refs, prims);
        Class<?> frame = load(name);
        if (name.equals(Abi.FRAME_X)) {
            assertEquals(Object[].class, frame.getField("refs").getType());
            assertEquals(long[].class, frame.getField("prims").getType());
            return;
        }
        frame.getConstructor(load(Abi.RESUMER), int.class);
        for (int i = 0; i < refs; i++) {
            assertEquals(Object.class, frame.getField("r" + i).getType());
        }
        for (int i = 0; i < prims; i++) {
            assertEquals(long.class, frame.getField("j" + i).getType());
        }
    }

    /**
     * A large body of real code, all of it made suspendable, brings out every name that the weaver
     * ever writes.
     */
    @Test
    void everyNameInWovenCodeResolves() throws IOException {
        Weaver weaver =
                new Weaver(
                        WeaverOptions.builder().suspendable("org.junit.**").chaos(true).build(),
                        AbiTest::classFile);
        Set<String> problems = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        try (JarFile jar = new JarFile(location())) {
            for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
                JarEntry entry = all.nextElement();
                if (entry.getName().startsWith("org/") && entry.getName().endsWith(".class")) {
                    WeaveResult result = weaver.weave(jar.getInputStream(entry).readAllBytes());
                    if (result.changed()) {
                        new ClassReader(result.bytes()).accept(new AbiNames(names, problems), 0);
                    }
                }
            }
        }
        assertEquals(Set.of(), problems);
        assertTrue(names.size() > ENOUGH, "woven code names only " + names);
    }

    private static String location() {
        return Test.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    }

    private static Class<?> load(String internalName) throws ClassNotFoundException {
        return Class.forName(internalName.replace('/', '.'));
    }

    private static byte[] classFile(String internalName) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(internalName + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
