package dev.weft.agent;

import dev.weft.weaver.WeaveResult;
import dev.weft.weaver.model.WeaveException;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Set;

/**
 * Weaves each class when it is defined.
 *
 * <p>It is registered as not capable of retransformation: when another agent retransforms a class,
 * the JVM starts from what this transformer gave when the class was loaded, so that the woven
 * methods are the same by construction. When a class is redefined with new bytes, this is called:
 * what was woven is woven again; what was not stays so, because a redefinition can't add methods.
 *
 * <p>It is a plain transformer and not made with a library: there is one rule for which classes to
 * look at, the weaver does its own reading, and every class that a library would load delays the
 * application's start.
 */
final class WeavingTransformer implements ClassFileTransformer {
    /** For a JVM that is stopped because of {@code strict}: EX_SOFTWARE of sysexits.h. */
    static final int STRICT_EXIT = 70;

    private static final String[] SKIPPED = {"java/", "jdk/internal/", "sun/"};

    private static final String OWN = "dev/weft/";

    /** The runtime's packages, which its own build has woven, and the agent. */
    private static final Set<String> OWN_PACKAGES =
            Set.of(
                    "actor",
                    "agent",
                    "blocking",
                    "channel",
                    "concurrent",
                    "continuation",
                    "diagnosis",
                    "fiber",
                    "flow",
                    "generator",
                    "io",
                    "jdk",
                    "net",
                    "reactive",
                    "sync",
                    "time",
                    "tls",
                    "woven");

    /** In the names of the interfaces that the runtime makes for lambdas. */
    private static final String GENERATED = "$$Weft$";

    private final LoaderWeavers weavers;
    private final AgentLog log;
    private final boolean strict;
    private final ModuleReads reads;
    private final ClassLoader platform = ClassLoader.getPlatformClassLoader();

    WeavingTransformer(LoaderWeavers weavers, AgentLog log, boolean strict, ModuleReads reads) {
        this.weavers = weavers;
        this.log = log;
        this.strict = strict;
        this.reads = reads;
    }

    @Override
    public byte[] transform(
            Module module,
            ClassLoader loader,
            String className,
            Class<?> redefined,
            ProtectionDomain domain,
            byte[] classFile) {
        if (loader == null || loader == platform || className == null || skipped(className)) {
            return null;
        }
        try {
            LoaderWeaver weaver = weavers.of(loader);
            if (redefined != null && !weaver.hasWoven(className)
                    || !weaver.isCandidate(className, domain, classFile)
                    || className.contains(GENERATED)) {
                return null;
            }
            byte[] woven = weave(weaver, loader, className, classFile);
            if (woven != null) {
                reads.ensure(module);
            }
            return woven;
        } catch (WeaveException e) {
            log.say(e.getMessage() + "; " + className.replace('/', '.') + " stays as it was");
            giveUpIfStrict();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            log.bug(className, e);
            giveUpIfStrict();
        }
        return null;
    }

    private byte[] weave(
            LoaderWeaver weaver, ClassLoader loader, String className, byte[] classFile) {
        WeaveResult result = weaver.weave(classFile);
        if (!result.changed()) {
            return null;
        }
        if (!weaver.runtimePresent(() -> missingRuntime(loader, className))) {
            return null;
        }
        weaver.remember(className);
        log.woven(className, result.report(), result.bytes());
        return result.bytes();
    }

    private void missingRuntime(ClassLoader loader, String className) {
        log.say(
                className.replace('/', '.')
                        + " has suspendable methods, but its class loader ("
                        + loader.getClass().getName()
                        + ") finds no Weft runtime: nothing of this loader is woven."
                        + " Put weft-runtime.jar on the application's class path.");
    }

    /**
     * A class that is not woven blocks threads where it should suspend: not everybody wants to go
     * on.
     */
    private void giveUpIfStrict() {
        if (strict) {
            log.say("strict: the JVM stops");
            Runtime.getRuntime().halt(STRICT_EXIT);
        }
    }

    private static boolean skipped(String className) {
        for (String prefix : SKIPPED) {
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return isOwn(className);
    }

    private static boolean isOwn(String className) {
        int start = OWN.length();
        int end = className.startsWith(OWN) ? className.indexOf('/', start) : -1;
        return end > 0 && OWN_PACKAGES.contains(className.substring(start, end));
    }
}
