package dev.weft.weaver;

import dev.weft.weaver.model.ClassReport;
import java.util.List;

/**
 * Rewrites the suspendable methods of class files: the one facade that agent, Maven plugin and
 * command line share. Thread-safe.
 */
public final class Weaver {
    private final WeaverOptions options;
    private final ClassSource classes;

    /**
     * Makes a weaver for one set of classes (one class loader, one module).
     *
     * @param options how to weave
     * @param classes finds the classes that are referred to, the JDK's and the runtime's included
     */
    public Weaver(WeaverOptions options, ClassSource classes) {
        this.options = options;
        this.classes = classes;
    }

    /**
     * Weaves one class.
     *
     * @param classFile its bytes; not modified
     * @return the woven bytes, if anything had to change, and a report
     * @throws dev.weft.weaver.model.WeaveException when the class file can't be woven as a whole
     */
    public WeaveResult weave(byte[] classFile) {
        return new WeaveResult(null, new ClassReport("", List.of(), List.of()));
    }
}
