package dev.weft.weaver.emit;

import dev.weft.weaver.model.Abi;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The option {@code monitors}: the JVM's monitors of a class become the runtime's, which belong to
 * fibers. Runs before weaving, so that entering one is an ordinary suspendable call and nothing
 * inside is pinned.
 *
 * <pre>
 *   monitorenter              →  Monitors.enter(object)
 *   monitorexit               →  Monitors.exit(object)
 *   synchronized T m() body   →  T m() { enter(this or class); try { body } finally { exit } }
 * </pre>
 */
final class MonitorCalls {
    private final ClassNode owner;

    MonitorCalls(ClassNode owner) {
        this.owner = owner;
    }

    /** Returns whether anything changed. */
    boolean rewrite(MethodNode m) {
        boolean changed = false;
        for (AbstractInsnNode insn : m.instructions.toArray()) {
            if (insn.getOpcode() == Opcodes.MONITORENTER) {
                m.instructions.set(insn, call("enter"));
                changed = true;
            } else if (insn.getOpcode() == Opcodes.MONITOREXIT) {
                m.instructions.set(insn, call("exit"));
                changed = true;
            }
        }
        if (is(m, Opcodes.ACC_SYNCHRONIZED) && !is(m, Opcodes.ACC_NATIVE) && keepsReceiver(m)) {
            wrap(m);
            changed = true;
        }
        return changed;
    }

    /** Whether slot 0 holds the receiver to the end; compilers never write it. */
    private static boolean keepsReceiver(MethodNode m) {
        if (is(m, Opcodes.ACC_STATIC)) {
            return true;
        }
        for (AbstractInsnNode insn : m.instructions) {
            int op = insn.getOpcode();
            if (op >= Opcodes.ISTORE && op <= Opcodes.ASTORE && ((VarInsnNode) insn).var == 0) {
                return false;
            }
        }
        return true;
    }

    private void wrap(MethodNode m) {
        m.access &= ~Opcodes.ACC_SYNCHRONIZED;
        for (AbstractInsnNode insn : m.instructions.toArray()) {
            if (insn.getOpcode() >= Opcodes.IRETURN && insn.getOpcode() <= Opcodes.RETURN) {
                m.instructions.insertBefore(insn, lockThen(m, "exit"));
            }
        }
        LabelNode start = new LabelNode();
        LabelNode end = new LabelNode();
        InsnList head = lockThen(m, "enter");
        head.add(start);
        m.instructions.insert(head);
        m.instructions.add(end);
        m.instructions.add(handlerFrame(m));
        m.instructions.add(lockThen(m, "exit"));
        m.instructions.add(new InsnNode(Opcodes.ATHROW));
        m.tryCatchBlocks.add(new TryCatchBlockNode(start, end, end, null));
        m.maxStack += 1;
    }

    private FrameNode handlerFrame(MethodNode m) {
        List<Object> locals = new ArrayList<>();
        if (!is(m, Opcodes.ACC_STATIC)) {
            locals.add(owner.name);
        }
        Object[] stack = {"java/lang/Throwable"};
        return new FrameNode(Opcodes.F_NEW, locals.size(), locals.toArray(), 1, stack);
    }

    private InsnList lockThen(MethodNode m, String call) {
        InsnList list = new InsnList();
        list.add(
                is(m, Opcodes.ACC_STATIC)
                        ? new LdcInsnNode(Type.getObjectType(owner.name))
                        : new VarInsnNode(Opcodes.ALOAD, 0));
        list.add(call(call));
        return list;
    }

    private static MethodInsnNode call(String name) {
        return new MethodInsnNode(
                Opcodes.INVOKESTATIC, Abi.MONITORS, name, "(Ljava/lang/Object;)V", false);
    }

    private static boolean is(MethodNode m, int flag) {
        return (m.access & flag) != 0;
    }
}
