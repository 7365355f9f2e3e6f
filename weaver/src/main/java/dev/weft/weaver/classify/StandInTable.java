package dev.weft.weaver.classify;

import dev.weft.weaver.model.Abi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

        /** Declares the stand-in. */
        final String holder;

        final String desc;

        /** Internal name, or null. */
        final String companion;

        /** It waits for nothing itself, but calls what it is given. */
        final boolean onlyCalls;

        Row(
                String owner,
                boolean isStatic,
                String holder,
                String desc,
                String companion,
                boolean onlyCalls) {
            this.onlyCalls = onlyCalls;
            this.owner = owner;
            this.isStatic = isStatic;
            this.holder = holder;
            this.desc = desc;
            this.companion = companion;
        }
    }

    private final Map<String, List<Row>> rows = new HashMap<>();

    /** The rows whose original has that name and descriptor. */
    List<Row> rows(String key) {
        return rows.getOrDefault(key, List.of());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Reads the chapters that a table class lists. */
    void readTable(byte[] table, ClassPool pool) {
        List<String> holders = new ArrayList<>();
        new ClassReader(table).accept(new TableReader(holders), ClassReader.SKIP_CODE);
        for (String holder : holders) {
            byte[] bytes = pool.bytes(holder);
            if (bytes != null) {
                new ClassReader(bytes).accept(new HolderReader(holder), ClassReader.SKIP_CODE);
            }
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

        HolderReader(String holder) {
            super(Opcodes.ASM9);
            this.holder = holder;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String desc, String signature, String[] ex) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    return annotation.equals(Abi.STAND_IN)
                            ? new RowReader(holder, name, desc)
                            : null;
                }
            };
        }
    }

    private final class RowReader extends AnnotationVisitor {
        private final String holder;
        private final String methodName;
        private final String desc;
        private String owner;
        private boolean isStatic;
        private String companion;
        private boolean onlyCalls = true;

        RowReader(String holder, String methodName, String desc) {
            super(Opcodes.ASM9);
            this.holder = holder;
            this.methodName = methodName;
            this.desc = desc;
        }

        @Override
        public void visit(String name, Object value) {
            if (name.equals("value")) {
                owner = ((Type) value).getInternalName();
            } else if (name.equals("isStatic")) {
                isStatic = (Boolean) value;
            } else if (name.equals("companion") && ((Type) value).getSort() == Type.OBJECT) {
                companion = ((Type) value).getInternalName();
            }
        }

        @Override
        public void visitEnum(String name, String type, String value) {
            onlyCalls &= !name.equals("mode") || value.equals("CALLS");
        }

        @Override
        public void visitEnd() {
            String original = isStatic ? desc : Abi.withoutReceiver(desc);
            Row row = new Row(owner, isStatic, holder, desc, companion, onlyCalls);
            rows.computeIfAbsent(methodName + original, k -> new ArrayList<>()).add(row);
        }
    }
}
