package dev.weft.weaver.model;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Whether a class file of Java 6 has what weaving needs. In that version stack maps are optional
 * (the JVM falls back to inferring types) and subroutines are legal; compilers write the maps and
 * no subroutines, older bytecode tools may not.
 */
final class OldFrames extends ClassVisitor {
    private boolean reliable = true;

    private OldFrames() {
        super(Opcodes.ASM9);
    }

    static boolean areThere(byte[] classFile) {
        OldFrames frames = new OldFrames();
        new ClassReader(classFile).accept(frames, ClassReader.SKIP_DEBUG);
        return frames.reliable;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        return new Method();
    }

    /** One body. */
    private final class Method extends MethodVisitor {
        private boolean joins;
        private boolean frames;

        Method() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitFrame(int type, int locals, Object[] local, int stack, Object[] items) {
            frames = true;
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            joins = true;
            reliable &= opcode != Opcodes.JSR;
        }

        @Override
        public void visitVarInsn(int opcode, int slot) {
            reliable &= opcode != Opcodes.RET;
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
            joins = true;
        }

        @Override
        public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
            joins = true;
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
            joins = true;
        }

        @Override
        public void visitEnd() {
            reliable &= frames || !joins;
        }
    }
}
