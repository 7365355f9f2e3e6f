package dev.weft.weaver.emit;

import dev.weft.weaver.model.Abi;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What lets woven code see logical stack traces: where a handler begins that uses what it catches,
 * and at calls that show a trace. None of it suspends.
 */
final class TraceCalls {
    private static final String ELEMENTS = "()[Ljava/lang/StackTraceElement;";
    private static final String THREAD = "java/lang/Thread";

    private TraceCalls() {}

    /** {@code ..., exception → ..., exception}. */
    static void caught(Code code, int stackSlot) {
        code.op(Opcodes.DUP);
        complete(code, stackSlot);
    }

    /** {@code ..., exception → ...}. */
    private static void complete(Code code, int stackSlot) {
        code.aload(stackSlot).op(Opcodes.SWAP);
        code.invokeVirtual(Abi.STACK, "caught", "(Ljava/lang/Object;)V");
    }

    /**
     * Emits what comes before a call that shows a trace, or what takes its place.
     *
     * @return whether it takes its place
     */
    static boolean emit(Code code, AbstractInsnNode insn, int stackSlot) {
        if (!(insn instanceof MethodInsnNode)) {
            return false;
        }
        MethodInsnNode call = (MethodInsnNode) insn;
        boolean virtual = call.getOpcode() == Opcodes.INVOKEVIRTUAL;
        if (virtual && call.name.equals("getStackTrace") && call.desc.equals(ELEMENTS)) {
            return getStackTrace(code, call, stackSlot);
        }
        if (virtual && call.name.equals("printStackTrace")) {
            printStackTrace(code, call.desc, stackSlot);
            return false;
        }
        return dumpStack(code, call, stackSlot);
    }

    private static boolean getStackTrace(Code code, MethodInsnNode call, int stackSlot) {
        if (!call.owner.equals(THREAD)) {
            caught(code, stackSlot);
            return false;
        }
        String desc = "(L" + THREAD + ";" + Abi.STACK_DESC + ELEMENTS.substring(1);
        code.aload(stackSlot).invokeStatic(Abi.STACK_TRACES, "of", desc);
        return true;
    }

    private static void printStackTrace(Code code, String desc, int stackSlot) {
        if (desc.equals("()V")) {
            caught(code, stackSlot);
        } else if (desc.equals("(Ljava/io/PrintStream;)V")
                || desc.equals("(Ljava/io/PrintWriter;)V")) {
            code.op(Opcodes.DUP2).op(Opcodes.POP);
            complete(code, stackSlot);
        }
    }

    private static boolean dumpStack(Code code, MethodInsnNode call, int stackSlot) {
        boolean dump =
                call.getOpcode() == Opcodes.INVOKESTATIC
                        && call.owner.equals(THREAD)
                        && call.name.equals("dumpStack");
        if (dump) {
            code.aload(stackSlot);
            code.invokeStatic(Abi.STACK_TRACES, "dump", "(" + Abi.STACK_DESC + ")V");
        }
        return dump;
    }
}
