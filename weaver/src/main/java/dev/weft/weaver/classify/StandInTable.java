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
    private final Map<String, List<StandInRow>> rows = new HashMap<>();

    private final LeftAloneReader leftAlone = new LeftAloneReader();

    /** The types that have a method of that name which is left alone. */
    Set<String> leftAlone(String name) {
        return leftAlone.types(name);
    }

    /** The rows whose original has that name and descriptor. */
    List<StandInRow> rows(String key) {
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
        private final List<StandInRow> found = new ArrayList<>();
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
                            ? new StandInRow.Reader(holder, name, desc, found)
                            : null;
                }
            };
        }

        /** One that is marked suspendable but neither woven nor to be woven runs pinned. */
        @Override
        public void visitEnd() {
            for (StandInRow row : found) {
                String overload = row.name + Abi.withStack(row.desc);
                boolean marked = allSuspendable || suspendable.contains(overload);
                row.suspends(overloads.contains(overload) || marked && weavable);
                rows.computeIfAbsent(row.original(), k -> new ArrayList<>()).add(row);
            }
        }
    }
}
