package dev.weft.weaver.classify;

import dev.weft.weaver.model.Abi;
import java.util.List;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** One row of the patch table: an original and its stand-in. */
final class StandInRow {
    /** Declares the original. */
    final String owner;

    final boolean isStatic;

    private final boolean constructor;

    private boolean suspendable = true;

    /** Declares the stand-in. */
    final String holder;

    /** The stand-in's. */
    final String name;

    final String desc;

    /** Whether it holds a thread while it waits. */
    final boolean handsOff;

    /** One of {@link PatchScope}'s bits. */
    final int scope;

    /** Whether methods that can't suspend call it too. */
    private boolean everywhere;

    /** Internal name, or null. */
    final String companion;

    /** Internal name, or null. */
    final String superclass;

    private StandInRow(Reader read) {
        owner = read.owner;
        isStatic = read.isStatic || read.constructor;
        constructor = read.constructor;
        holder = read.holder;
        name = read.methodName;
        desc = read.desc;
        handsOff = read.mode.equals("HANDS_OFF") || read.mode.equals("BINDS");
        scope = read.scope();
        everywhere = read.everywhere || read.constructor;
        companion = read.companion;
        superclass = read.superclass;
    }

    boolean constructor() {
        return constructor;
    }

    /** Whether methods that can't suspend call it too. */
    boolean everywhere() {
        return everywhere;
    }

    /** Whether it waits for nothing itself, but calls what it is given. */
    boolean onlyCalls() {
        return scope == PatchScope.CALLS;
    }

    /** Whether the stand-in is an ordinary method. */
    boolean plain() {
        return !suspendable;
    }

    /**
     * Says whether the stand-in can suspend, which is known when its class has been read. One that
     * can't is an ordinary method, which can be called from anywhere.
     */
    void suspends(boolean can) {
        suspendable = can;
        everywhere |= !can;
    }

    /** The original's name and descriptor. */
    String original() {
        if (constructor) {
            return "<init>" + desc.substring(0, desc.indexOf(')')) + ")V";
        }
        return name + (isStatic ? desc : Abi.withoutReceiver(desc));
    }

    /** Reads the annotation of a stand-in, and adds its row to a list. */
    static final class Reader extends AnnotationVisitor {
        private final String holder;
        private final String methodName;
        private final String desc;
        private final List<StandInRow> found;
        private String owner;
        private boolean isStatic;
        private boolean constructor;
        private boolean everywhere;
        private String mode = "CALLS";
        private String scopeName = "PATCH";
        private String companion;
        private String superclass;

        Reader(String holder, String methodName, String desc, List<StandInRow> found) {
            super(Opcodes.ASM9);
            this.found = found;
            this.holder = holder;
            this.methodName = methodName;
            this.desc = desc;
        }

        @Override
        public void visit(String name, Object value) {
            if (name.equals("value")) {
                owner = ((Type) value).getInternalName();
            } else if (name.equals("type")) {
                owner = ((String) value).replace('.', '/');
            } else if (name.equals("isStatic")) {
                isStatic = (Boolean) value;
            } else if (name.equals("constructor")) {
                constructor = (Boolean) value;
            } else if (name.equals("everywhere")) {
                everywhere = (Boolean) value;
            } else if (name.equals("superclass") && ((Type) value).getSort() == Type.OBJECT) {
                superclass = ((Type) value).getInternalName();
            } else if (name.equals("companion") && ((Type) value).getSort() == Type.OBJECT) {
                companion = ((Type) value).getInternalName();
            }
        }

        @Override
        public void visitEnum(String name, String type, String value) {
            if (name.equals("mode")) {
                mode = value;
            } else if (name.equals("scope")) {
                scopeName = value;
            }
        }

        /** The runtime's rows for functions and loops are no patches of blocking calls. */
        private int scope() {
            boolean calls = mode.equals("CALLS") && scopeName.equals("PATCH") && !constructor;
            return calls && holder.startsWith(Abi.BLOCKING)
                    ? PatchScope.CALLS
                    : PatchScope.bit(scopeName);
        }

        @Override
        public void visitEnd() {
            found.add(new StandInRow(this));
        }
    }
}
