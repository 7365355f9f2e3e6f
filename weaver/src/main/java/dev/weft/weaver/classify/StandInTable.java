package dev.weft.weaver.classify;

import dev.weft.weaver.ClassSource;
import dev.weft.weaver.Weaver;
import dev.weft.weaver.model.Abi;
import dev.weft.weaver.model.ClassFiles;
import dev.weft.weaver.model.WeaveException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The patch table, read from the annotations of the runtime's stand-ins: original method →
 * stand-in.
 */
final class StandInTable {
    /** One row. */
    static final class Row {
        /** Declares the original. */
        final String owner;

        final boolean isStatic;

        private final boolean constructor;

        private boolean suspendable;

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
        boolean everywhere;

        /** Internal name, or null. */
        final String companion;

        /** Internal name, or null. */
        final String superclass;

        private Row(RowReader read) {
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
            suspendable = true;
        }

        boolean constructor() {
            return constructor;
        }

        /** Whether it waits for nothing itself, but calls what it is given. */
        boolean onlyCalls() {
            return scope == PatchScope.CALLS;
        }

        /** Whether the stand-in is an ordinary method. */
        boolean plain() {
            return !suspendable;
        }
    }

    private final Map<String, List<Row>> rows = new HashMap<>();

    private final LeftAloneReader leftAlone = new LeftAloneReader();

    /** The types that have a method of that name which is left alone. */
    Set<String> leftAlone(String name) {
        return leftAlone.types(name);
    }

    /** The rows whose original has that name and descriptor. */
    List<Row> rows(String key) {
        return rows.getOrDefault(key, List.of());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Reads the runtime's chapters and those that libraries and users add. */
    void readAll(ClassSource source, ClassPool pool) {
        byte[] table = source.find(Abi.PATCH_TABLE);
        List<String> holders = new ArrayList<>();
        if (table != null) {
            new ClassReader(table).accept(new TableReader(holders), ClassReader.SKIP_CODE);
            holders.forEach(holder -> readIfPresent(holder, pool));
        }
        byte[] rest = source.find(Abi.LEFT_ALONE);
        if (rest != null) {
            ClassFiles.headerReader(rest).accept(leftAlone, ClassReader.SKIP_DEBUG);
        }
        for (byte[] file : source.resources(Weaver.STAND_INS)) {
            for (String line : new String(file, StandardCharsets.UTF_8).split("\\R")) {
                String name = line.replaceFirst("(^|\\s)#.*", "").trim();
                if (!name.isEmpty()) {
                    readAdded(name, pool);
                }
            }
        }
    }

    private boolean readIfPresent(String holder, ClassPool pool) {
        byte[] bytes = pool.bytes(holder);
        if (bytes != null) {
            // The runtime is woven by its own build, also when its tests see the classes before
            // that.
            boolean woven = holder.startsWith(Abi.BLOCKING) || pool.weavable(holder);
            HolderReader reader = new HolderReader(holder, woven);
            ClassFiles.headerReader(bytes).accept(reader, ClassReader.SKIP_CODE);
        }
        return bytes != null;
    }

    private void readAdded(String name, ClassPool pool) {
        if (!readIfPresent(name.replace('.', '/'), pool)) {
            throw new WeaveException(
                    Weaver.STAND_INS
                            + " names the class "
                            + name
                            + ", which is not there; write the binary name of a class with @StandIn methods, one a line");
        }
    }

    private static final class TableReader extends ClassVisitor {
        private final List<String> holders;

        TableReader(List<String> holders) {
            super(Opcodes.ASM9);
            this.holders = holders;
        }

        @Override
        public AnnotationVisitor visitAnnotation(String desc, boolean visible) {
            if (!desc.equals(Abi.STAND_INS)) {
                return null;
            }
            return new AnnotationVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitArray(String name) {
                    return this;
                }

                @Override
                public void visit(String name, Object value) {
                    holders.add(((Type) value).getInternalName());
                }
            };
        }
    }

    private final class HolderReader extends ClassVisitor {
        private final String holder;
        private final List<Row> found = new ArrayList<>();
        private final Set<String> suspendable = new HashSet<>();
        private final Set<String> overloads = new HashSet<>();
        private final boolean weavable;
        private boolean allSuspendable;

        HolderReader(String holder, boolean weavable) {
            super(Opcodes.ASM9);
            this.weavable = weavable;
            this.holder = holder;
        }

        @Override
        public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
            allSuspendable |= annotation.equals(Abi.SUSPENDABLE);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String desc, String signature, String[] ex) {
            if (Abi.hasStack(desc)) {
                overloads.add(name + desc);
            }
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    if (annotation.equals(Abi.SUSPENDABLE)) {
                        suspendable.add(name + Abi.withStack(desc));
                    }
                    return annotation.equals(Abi.STAND_IN)
                            ? new RowReader(holder, name, desc, found)
                            : null;
                }
            };
        }

        /**
         * An ordinary method can be called from anywhere; so is one that is marked suspendable but
         * neither woven nor to be woven, which then runs pinned.
         */
        @Override
        public void visitEnd() {
            for (Row row : found) {
                String overload = row.name + Abi.withStack(row.desc);
                boolean marked = allSuspendable || suspendable.contains(overload);
                row.suspendable = overloads.contains(overload) || marked && weavable;
                row.everywhere |= row.plain();
            }
        }
    }

    private final class RowReader extends AnnotationVisitor {
        private final String holder;
        private final String methodName;
        private final String desc;
        private final List<Row> found;
        private String owner;
        private boolean isStatic;
        private boolean constructor;
        private boolean everywhere;
        private String mode = "CALLS";
        private String scopeName = "PATCH";
        private String companion;
        private String superclass;

        RowReader(String holder, String methodName, String desc, List<Row> found) {
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
            Row row = new Row(this);
            found.add(row);
            rows.computeIfAbsent(original(), k -> new ArrayList<>()).add(row);
        }

        private String original() {
            if (constructor) {
                return "<init>" + desc.substring(0, desc.indexOf(')')) + ")V";
            }
            return methodName + (isStatic ? desc : Abi.withoutReceiver(desc));
        }
    }
}
