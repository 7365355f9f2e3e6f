package dev.weft.weaver.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Reads which methods the patch table leaves alone from the class that lists them: each call of its
 * {@code row(type, method, reason)} with constants.
 */
final class LeftAloneReader extends ClassVisitor {
    private final Map<String, Set<String>> types = new HashMap<>();

    LeftAloneReader() {
        super(Opcodes.ASM9);
    }

    /** Internal names; empty when no type has such a method. */
    Set<String> types(String method) {
        return types.getOrDefault(method, Set.of());
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String desc, String signature, String[] exceptions) {
        return name.equals("<clinit>") ? new Rows() : null;
    }

    private final class Rows extends MethodVisitor {
        private final List<String> constants = new ArrayList<>();

        Rows() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitLdcInsn(Object value) {
            constants.add(String.valueOf(value));
        }

        @Override
        public void visitMethodInsn(
                int opcode, String owner, String name, String desc, boolean itf) {
            if (name.equals("row") && constants.size() >= 2) {
                types.computeIfAbsent(constants.get(1), m -> new HashSet<>())
                        .add(constants.get(0).replace('.', '/'));
            }
            constants.clear();
        }
    }
}
