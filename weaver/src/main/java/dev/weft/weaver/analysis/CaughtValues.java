package dev.weft.weaver.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Finds the handlers that do more with the exception that they catch than drop it, throw it on, ask
 * for its message or type, or add others to it: those through which its stack trace may be seen.
 *
 * <p>The exception is followed from the handler's first instruction: into the local that it is
 * stored in, to each place that loads it before another value takes that local, and into copies of
 * it. What is not known to be harmless is a use. The calls that show a trace ({@code
 * printStackTrace}, {@code getStackTrace}) are not: there the weaver puts the same thing before the
 * call. But to keep the exception while the method may be suspended is: when it is thrown on
 * afterwards nobody knows any more what had been resumed when it was made.
 */
final class CaughtValues {
    private static final Set<String> HARMLESS =
            Set.of(
                    "getMessage()Ljava/lang/String;",
                    "getLocalizedMessage()Ljava/lang/String;",
                    "getClass()Ljava/lang/Class;",
                    "toString()Ljava/lang/String;",
                    "hashCode()I",
                    "printStackTrace()V",
                    "getStackTrace()[Ljava/lang/StackTraceElement;",
                    "append(Ljava/lang/Object;)Ljava/lang/StringBuilder;");

    private static final String ADD_SUPPRESSED = "addSuppressed(Ljava/lang/Throwable;)V";

    /** Their traces are left alone. */
    private static final Set<String> MACHINE_ERRORS =
            Set.of(
                    "java/lang/VirtualMachineError",
                    "java/lang/StackOverflowError",
                    "java/lang/OutOfMemoryError",
                    "java/lang/InternalError",
                    "java/lang/UnknownError");

    private final MethodNode method;
    private final ControlFlow flow;
    private final Deque<long[]> work = new ArrayDeque<>();
    private final Set<Long> done = new HashSet<>();
    private final Map<Integer, SuspensionPoint> points = new HashMap<>();

    CaughtValues(MethodNode method, ControlFlow flow, List<SuspensionPoint> points) {
        this.method = method;
        this.flow = flow;
        points.forEach(p -> this.points.put(p.index(), p));
    }

    /** The handlers, in the order of the method's table. */
    Set<LabelNode> users() {
        Set<LabelNode> users = new LinkedHashSet<>();
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            boolean machine = block.type != null && MACHINE_ERRORS.contains(block.type);
            if (!machine && !users.contains(block.handler) && uses(flow.indexOf(block.handler))) {
                users.add(block.handler);
            }
        }
        return users;
    }

    private boolean uses(int handler) {
        work.clear();
        done.clear();
        int first = handler;
        while (first < flow.size() && flow.insn(first).getOpcode() < 0) {
            first++; // labels, lines, and the handler's frame
        }
        if (consumes(first)) {
            return true;
        }
        while (!work.isEmpty()) {
            long[] next = work.pop();
            if (follow((int) next[0], (int) next[1])) {
                return true;
            }
        }
        return false;
    }

    /** Goes on where a local has the exception; true when it is used there. */
    private boolean follow(int i, int local) {
        AbstractInsnNode insn = flow.insn(i);
        SuspensionPoint point = points.get(i);
        if (point != null && point.live().get(local)) {
            return true;
        }
        if (insn instanceof VarInsnNode && ((VarInsnNode) insn).var == local) {
            if (insn.getOpcode() != Opcodes.ALOAD) {
                return false;
            }
            if (consumes(next(i)) && !suppresses(next(i))) {
                return true;
            }
        }
        for (int s : flow.successors(i)) {
            later(s, local);
        }
        for (TryCatchBlockNode block : flow.handlers(i)) {
            later(flow.indexOf(block.handler), local);
        }
        return false;
    }

    private void later(int i, int local) {
        if (done.add((long) i << 32 | local)) {
            work.push(new long[] {i, local});
        }
    }

    /** Whether an instruction uses the exception that is on top of the operand stack. */
    private boolean consumes(int i) {
        if (i < 0) {
            return true;
        }
        AbstractInsnNode insn = flow.insn(i);
        switch (insn.getOpcode()) {
            case Opcodes.POP:
            case Opcodes.ATHROW:
            case Opcodes.IFNULL:
            case Opcodes.IFNONNULL:
            case Opcodes.INSTANCEOF:
                return false;
            case Opcodes.CHECKCAST:
                return consumes(next(i));
            case Opcodes.ASTORE:
                int local = ((VarInsnNode) insn).var;
                later(i + 1, local);
                return false;
            case Opcodes.INVOKEVIRTUAL:
                return !HARMLESS.contains(signature(insn));
            default:
                return true;
        }
    }

    /** {@code t, s → }: {@code t.addSuppressed(s)}, where {@code t} is the one that is followed. */
    private boolean suppresses(int i) {
        if (i < 0 || flow.insn(i).getOpcode() != Opcodes.ALOAD) {
            return false;
        }
        int call = next(i);
        return call >= 0
                && flow.insn(call).getOpcode() == Opcodes.INVOKEVIRTUAL
                && signature(flow.insn(call)).equals(ADD_SUPPRESSED);
    }

    private static String signature(AbstractInsnNode call) {
        return ((MethodInsnNode) call).name + ((MethodInsnNode) call).desc;
    }

    /** The instruction behind one; -1 when others lead there too. */
    private int next(int i) {
        for (int k = i + 1; k < flow.size(); k++) {
            if (flow.insn(k) instanceof FrameNode) {
                return -1;
            }
            if (flow.insn(k).getOpcode() >= 0) {
                return k;
            }
        }
        return -1;
    }
}
