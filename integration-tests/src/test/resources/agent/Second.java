package app;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;

/** Another agent, which retransforms and redefines. */
public class Second {
    private static Instrumentation instrumentation;

    public static void premain(String options, Instrumentation given) {
        instrumentation = given;
        given.addTransformer(
                new ClassFileTransformer() {
                    @Override
                    public byte[] transform(
                            ClassLoader loader,
                            String name,
                            Class<?> redefined,
                            ProtectionDomain domain,
                            byte[] file) {
                        return name != null && name.startsWith("app/") ? file.clone() : null;
                    }
                },
                true);
    }

    static void retransform(Class<?> type) throws Exception {
        instrumentation.retransformClasses(type);
    }

    static void redefine(Class<?> type, String file) throws Exception {
        try {
            byte[] bytes = Files.readAllBytes(Path.of(file));
            instrumentation.redefineClasses(new ClassDefinition(type, bytes));
            System.out.println("redefined");
        } catch (UnsupportedOperationException e) {
            System.out.println("refused: " + e.getMessage());
        }
    }
}
