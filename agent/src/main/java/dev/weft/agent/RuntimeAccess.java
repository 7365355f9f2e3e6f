package dev.weft.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Set;

/**
 * Opens a package of the JDK to the runtime, in whichever module that is: when the one class that
 * asks for it is defined. The runtime's {@code JdkNatives} says what for, and does without where no
 * agent runs. Changes no class.
 */
final class RuntimeAccess implements ClassFileTransformer {
    private static final String READER = "dev/weft/net/JdkNatives";
    private static final String PACKAGE = "sun.nio.ch";

    /** Tells the runtime that the package is open by intent. */
    private static final String PROPERTY = "weft.sockets.open";

    private final Instrumentation instrumentation;

    RuntimeAccess(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    @Override
    public byte[] transform(
            Module module,
            ClassLoader loader,
            String className,
            Class<?> redefined,
            ProtectionDomain domain,
            byte[] classFile) {
        if (READER.equals(className)) {
            Module base = Object.class.getModule();
            if (base.getPackages().contains(PACKAGE)) {
                instrumentation.redefineModule(
                        base,
                        Set.of(),
                        Map.of(),
                        Map.of(PACKAGE, Set.of(module)),
                        Set.of(),
                        Map.of());
                System.setProperty(PROPERTY, "true");
            }
        }
        return null;
    }
}
