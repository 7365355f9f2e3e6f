package dev.weft.weaver;

import dev.weft.weaver.classify.Classifier;
import dev.weft.weaver.classify.Declarations;
import dev.weft.weaver.emit.ClassWeaver;

/**
 * Rewrites the suspendable methods of class files: the one facade that agent, Maven plugin and
 * command line share. Thread-safe; keeps the headers of the classes it has looked up.
 */
public final class Weaver {
    /** Where a library declares what is suspendable in it, seen from its root. */
    public static final String DECLARATIONS = "META-INF/weft/suspendables";

    /** Where a library names its classes of stand-ins, one a line, seen from its root. */
    public static final String STAND_INS = "META-INF/weft/stand-ins";

    private final WeaverOptions options;
    private final ClassSource classes;
    private final Declarations declarations;

    /** Null until something is woven: making it reads all the runtime's stand-ins. */
    private volatile Classifier classifier;

    /**
     * Makes a weaver for one set of classes (one class loader, one module).
     *
     * @param options how to weave
     * @param classes finds the classes that are referred to, the class being woven and the
     *     runtime's included
     */
    public Weaver(WeaverOptions options, ClassSource classes) {
        this.options = options;
        this.classes = classes;
        declarations = new Declarations(classes);
    }

    private Classifier classifier() {
        Classifier made = classifier;
        if (made == null) {
            synchronized (this) {
                made = classifier;
                if (made == null) {
                    made = new Classifier(options, classes, declarations);
                    classifier = made;
                }
            }
        }
        return made;
    }

    /**
     * Whether a library's {@code META-INF/weft/suspendables} names the class, so that it may be
     * suspendable without a trace of Weft in its class file.
     *
     * @param internalName the class
     * @return true when a line of any such file matches
     */
    public boolean isDeclared(String internalName) {
        return declarations.matchesClass(internalName);
    }

    /**
     * Weaves one class.
     *
     * @param classFile its bytes; not modified
     * @return the woven bytes, if anything had to change, and a report
     * @throws dev.weft.weaver.model.WeaveException when the class file can't be woven as a whole
     */
    public WeaveResult weave(byte[] classFile) {
        ClassWeaver weaver = new ClassWeaver(classifier(), options, classFile);
        byte[] bytes = weaver.weave();
        return new WeaveResult(bytes, weaver.report());
    }
}
