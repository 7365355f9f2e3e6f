package dev.weft.agent;

import dev.weft.weaver.ClassSource;
import dev.weft.weaver.WeaveResult;
import dev.weft.weaver.Weaver;
import dev.weft.weaver.WeaverOptions;
import java.security.ProtectionDomain;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** What is known of one class loader. Thread-safe; does not keep the loader alive. */
final class LoaderWeaver {
    private static final String RUNTIME = "dev/weft/woven/Stack";

    private final LoaderClasses classes;
    private final Weaver weaver;
    private final Candidates candidates;
    private final Set<String> woven = ConcurrentHashMap.newKeySet();
    private volatile Boolean runtimePresent;

    LoaderWeaver(WeaverOptions options, ClassLoader loader) {
        classes = new LoaderClasses(loader);
        weaver = new Weaver(options, classes);
        candidates =
                new Candidates(
                        new Applications(classes), options.namesClasses(), new Declared(weaver));
    }

    /** False when there is certainly nothing to weave in the class. */
    boolean isCandidate(String internalName, ProtectionDomain domain, byte[] classFile) {
        classes.saw(domain);
        return candidates.contains(internalName, classFile);
    }

    WeaveResult weave(byte[] classFile) {
        return weaver.weave(classFile);
    }

    void remember(String internalName) {
        woven.add(internalName);
    }

    /** Whether the class was woven when it was loaded. */
    boolean hasWoven(String internalName) {
        return woven.contains(internalName);
    }

    /**
     * Whether the loader sees the runtime.
     *
     * @param ifMissing run the first time that it does not
     */
    boolean runtimePresent(Runnable ifMissing) {
        Boolean known = runtimePresent;
        if (known == null) {
            synchronized (this) {
                known = runtimePresent;
                if (known == null) {
                    known = classes.find(RUNTIME) != null;
                    runtimePresent = known;
                    if (!known) {
                        ifMissing.run();
                    }
                }
            }
        }
        return known;
    }

    /**
     * Not a method reference: the first one in a JVM takes longer than all else that the agent
     * starts.
     */
    private static final class Declared implements Predicate<String> {
        private final Weaver weaver;

        Declared(Weaver weaver) {
            this.weaver = weaver;
        }

        @Override
        public boolean test(String internalName) {
            return weaver.isDeclared(internalName);
        }
    }

    /** Not the JDK's. */
    private static final class Applications implements ClassSource {
        private final LoaderClasses classes;

        Applications(LoaderClasses classes) {
            this.classes = classes;
        }

        @Override
        public byte[] find(String internalName) {
            return classes.findApplications(internalName);
        }
    }
}
