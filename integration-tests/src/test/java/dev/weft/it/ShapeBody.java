package dev.weft.it;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;

/**
 * Writes a method's code by hand: ASM's instructions, and short names for leaves and for the trace.
 */
final class ShapeBody extends InstructionAdapter {
    private static final String LEAF = "dev/weft/it/SuspendingCall";
    private static final String OBJECT = "java/lang/Object";

    /** The internal name of the class being written. */
    final String owner;

    ShapeBody(String owner, MethodVisitor target) {
        super(Opcodes.ASM9, target);
        this.owner = owner;
    }

    /** {@code → }: a leaf without a value. */
    ShapeBody v() {
        invokestatic(LEAF, "v", "()V", false);
        return this;
    }

    /**
     * {@code value → value}: through a leaf of that type.
     *
     * @param kind one of I J F D A, or L for a string
     */
    ShapeBody leaf(char kind) {
        switch (kind) {
            case 'A':
                invokestatic(LEAF, "o", "(Ljava/lang/Object;)Ljava/lang/Object;", false);
                break;
            case 'L':
                invokestatic(LEAF, "str", "(Ljava/lang/String;)Ljava/lang/String;", false);
                break;
            default:
                String name = String.valueOf(Character.toLowerCase(kind == 'J' ? 'l' : kind));
                invokestatic(LEAF, name, "(" + kind + ")" + kind, false);
        }
        return this;
    }

    /**
     * {@code → }: a leaf that throws an {@code IllegalStateException} with this message after it
     * suspended.
     */
    ShapeBody fail(String message) {
        anew(Type.getObjectType("java/lang/IllegalStateException"));
        dup();
        aconst(message);
        invokespecial("java/lang/IllegalStateException", "<init>", "(Ljava/lang/String;)V", false);
        invokestatic(LEAF, "fail", "(Ljava/lang/RuntimeException;)I", false);
        pop();
        return this;
    }

    /** {@code → }. */
    ShapeBody event(String text) {
        aconst(text);
        return log('A');
    }

    /** {@code value → }: into the trace. */
    ShapeBody log(char kind) {
        box(kind);
        invokestatic("dev/weft/it/Trace", "add", "(Ljava/lang/Object;)V", false);
        return this;
    }

    /** {@code value → object}. */
    ShapeBody box(char kind) {
        String box = box(kind, "Integer", "Long", "Float", "Double");
        if (box != null) {
            invokestatic(
                    "java/lang/" + box, "valueOf", "(" + kind + ")Ljava/lang/" + box + ";", false);
        }
        return this;
    }

    private static String box(char kind, String... names) {
        int at = "IJFD".indexOf(kind);
        return at < 0 ? null : names[at];
    }

    /** {@code → value}, a different one for each {@code n}. */
    ShapeBody push(char kind, int n) {
        switch (kind) {
            case 'I':
                iconst(1000 + n);
                break;
            case 'J':
                lconst(1L << 40 | n);
                break;
            case 'F':
                fconst(0.25f + n);
                break;
            case 'D':
                dconst(1e100 + n * 1e90);
                break;
            default:
                aconst("ref" + n);
        }
        return this;
    }

    ShapeBody load(int slot, char kind) {
        load(slot, type(kind));
        return this;
    }

    ShapeBody store(int slot, char kind) {
        store(slot, type(kind));
        return this;
    }

    private static Type type(char kind) {
        return kind == 'A' || kind == 'L'
                ? Type.getObjectType(OBJECT)
                : Type.getType(String.valueOf(kind));
    }

    ShapeBody op(int... opcodes) {
        for (int opcode : opcodes) {
            mv.visitInsn(opcode);
        }
        return this;
    }

    ShapeBody jump(int opcode, Label target) {
        mv.visitJumpInsn(opcode, target);
        return this;
    }

    ShapeBody at(Label label) {
        mv.visitLabel(label);
        return this;
    }

    /** {@code → }: the method returns null. */
    void end() {
        op(Opcodes.ACONST_NULL, Opcodes.ARETURN);
    }
}
