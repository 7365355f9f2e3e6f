package dev.weft.weaver.classify;

/**
 * What of the patch table holds in all methods of one class, in those that can't suspend too:
 * constructors, ordinary stand-ins, and the suspendable ones that say so.
 */
public final class Replacements {
    private final Classifier classifier;
    private final int bits;
    private final String from;

    Replacements(Classifier classifier, int bits, String from) {
        this.classifier = classifier;
        this.bits = bits;
        this.from = from;
    }

    /** A static method to call instead. */
    public static final class Target {
        private final StandInRow row;

        private Target(StandInRow row) {
            this.row = row;
        }

        /**
         * The class that declares it.
         *
         * @return its internal name
         */
        public String owner() {
            return row.holder;
        }

        /**
         * Its name.
         *
         * @return the method's name
         */
        public String name() {
            return row.name;
        }

        /**
         * Its descriptor.
         *
         * @return with the receiver, if any, as first parameter
         */
        public String desc() {
            return row.desc;
        }
    }

    /**
     * Whether the class's monitors are the runtime's.
     *
     * @return true when the option {@code monitors} names it
     */
    public boolean monitors() {
        return (bits & PatchScope.MONITORS) != 0;
    }

    /**
     * What replaces a constructor.
     *
     * @param type the class of the new object
     * @param desc the constructor's descriptor
     * @return null when it stays
     */
    public Target construction(String type, String desc) {
        return target(classifier.row(bits, type, "<init>" + desc));
    }

    /**
     * The class to extend instead, as far as one constructor goes.
     *
     * @param type the superclass as written
     * @param desc the descriptor of a constructor of it
     * @return its internal name; null when subclasses stay as they are
     */
    public String superclass(String type, String desc) {
        StandInRow row = classifier.row(bits, type, "<init>" + desc);
        return row == null || from.equals(row.superclass) ? null : row.superclass;
    }

    /**
     * What replaces a call.
     *
     * @param owner the class named by the instruction
     * @param name the method's name
     * @param desc its descriptor
     * @return null when it stays, or is replaced in suspendable methods only
     */
    public Target call(String owner, String name, String desc) {
        if (owner.startsWith("[") || name.startsWith("<")) {
            return null;
        }
        StandInRow row = classifier.row(bits, owner, name + desc);
        boolean replaced =
                row != null && row.everywhere() && classifier.isOriginal(row, owner, name + desc);
        return replaced ? target(row) : null;
    }

    /** Inside its chapter a stand-in means the original. */
    private Target target(StandInRow row) {
        return row == null || row.holder.equals(from) ? null : new Target(row);
    }
}
