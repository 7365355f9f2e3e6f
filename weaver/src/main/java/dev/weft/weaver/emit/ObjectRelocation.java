package dev.weft.weaver.emit;

import dev.weft.weaver.analysis.MethodAnalysis;
import dev.weft.weaver.analysis.SuspensionPoint;
import dev.weft.weaver.analysis.TypeFlow;
import dev.weft.weaver.analysis.TypeState;
import dev.weft.weaver.classify.Replacements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Makes {@code new X(f())} resumable. An uninitialised object cannot be stored in a frame, so where
 * one is live across a suspension point its creation moves behind the arguments:
 *
 * <pre>
 *   new X                        new X, pop            initialises X where the source does
 *                                aconst_null           placeholder
 *   dup                          dup
 *   args                         args
 *   invokespecial X.&lt;init&gt;       store args; pop; new X; dup; load args; invokespecial X.&lt;init&gt;
 *                                every placeholder on the stack and in locals becomes the object
 * </pre>
 *
 * <p>So the class is initialised before the arguments are evaluated, as in the original; the object
 * that the arguments can't see is made later, which no program can tell but by running out of
 * memory.
 */
final class ObjectRelocation {
    private final MethodNode method;
    private final Map<Label, TypeInsnNode> creations = new HashMap<>();
    private final Set<TypeInsnNode> moved = new HashSet<>();
    private final Function<MethodInsnNode, Replacements.Target> factories;
    private int scratch;

    private ObjectRelocation(
            MethodNode method, Function<MethodInsnNode, Replacements.Target> factories) {
        this.method = method;
        this.factories = factories;
        scratch = method.maxLocals;
    }

    /**
     * Makes objects with factories in place of their constructors: the creation becomes a
     * placeholder as above, the call of the constructor one of the factory.
     *
     * @param owner the class's internal name
     * @param method with a {@linkplain #label label} before each {@code new}
     * @param factories null for constructors that stay
     * @return whether anything changed
     */
    static boolean replace(
            String owner,
            MethodNode method,
            Function<MethodInsnNode, Replacements.Target> factories) {
        ObjectRelocation relocation = new ObjectRelocation(method, factories);
        relocation.findCreations();
        TypeFlow types = new TypeFlow(owner, method);
        relocation.choose(types);
        if (!relocation.moved.isEmpty()) {
            relocation.rewrite(types);
            method.maxLocals = Math.max(method.maxLocals, relocation.scratch);
        }
        return !relocation.moved.isEmpty();
    }

    /** A creation is replaced when all the constructors that it may end at are. */
    private void choose(TypeFlow types) {
        Set<TypeInsnNode> kept = new HashSet<>();
        AbstractInsnNode[] insns = method.instructions.toArray();
        for (int i = 0; i < insns.length; i++) {
            if (isInit(insns[i]) && types.at(i) != null) {
                MethodInsnNode init = (MethodInsnNode) insns[i];
                TypeInsnNode creation = creations.get(labelOf(receiver(init, types.at(i))));
                if (creation != null) {
                    (factories.apply(init) == null ? kept : moved).add(creation);
                }
            }
        }
        moved.removeAll(kept);
    }

    static boolean isInit(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode && ((MethodInsnNode) insn).name.equals("<init>");
    }

    private static Object labelOf(Object type) {
        return type instanceof LabelNode ? ((LabelNode) type).getLabel() : type;
    }

    /** Puts a label before each {@code new}, so that types in the analysis lead back to it. */
    static void label(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions.toArray()) {
            if (insn.getOpcode() == Opcodes.NEW) {
                method.instructions.insertBefore(insn, new LabelNode());
            }
        }
    }

    /**
     * Moves the creations that must move.
     *
     * @return true when the method changed and has to be analysed again
     */
    static boolean apply(MethodNode method, MethodAnalysis analysis) {
        ObjectRelocation relocation = new ObjectRelocation(method, init -> null);
        relocation.findCreations();
        for (SuspensionPoint p : analysis.points()) {
            relocation.collect(p);
        }
        if (relocation.moved.isEmpty()) {
            return false;
        }
        relocation.rewrite(analysis.types());
        method.maxLocals = Math.max(method.maxLocals, relocation.scratch);
        return true;
    }

    private void findCreations() {
        List<Label> pending = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LabelNode) {
                pending.add(((LabelNode) insn).getLabel());
            } else if (insn.getOpcode() >= 0) {
                if (insn.getOpcode() == Opcodes.NEW) {
                    pending.forEach(l -> creations.put(l, (TypeInsnNode) insn));
                }
                pending.clear();
            }
        }
    }

    private void collect(SuspensionPoint p) {
        for (Object type : MethodAnalysis.operandsBelow(p)) {
            collect(type);
        }
        for (int i = p.live().nextSetBit(0); i >= 0; i = p.live().nextSetBit(i + 1)) {
            if (i < p.before().locals().size()) {
                collect(p.before().locals().get(i));
            }
        }
    }

    private void collect(Object type) {
        if (type instanceof Label && creations.containsKey(type)) {
            moved.add(creations.get(type));
        }
    }

    private boolean isMoved(Object type) {
        Object label = labelOf(type);
        return label instanceof Label && moved.contains(creations.get(label));
    }

    private void rewrite(TypeFlow types) {
        AbstractInsnNode[] insns = method.instructions.toArray();
        for (int i = 0; i < insns.length; i++) {
            if (insns[i] instanceof FrameNode) {
                cleanFrame((FrameNode) insns[i]);
            } else if (isInit(insns[i])) {
                MethodInsnNode init = (MethodInsnNode) insns[i];
                TypeState before = types.at(i);
                if (before != null && isMoved(receiver(init, before))) {
                    construct(init, before);
                }
            }
        }
        for (TypeInsnNode creation : moved) {
            InsnList after = new InsnList();
            after.add(new Code().op(Opcodes.POP).op(Opcodes.ACONST_NULL).list);
            method.instructions.insert(creation, after);
        }
    }

    private void cleanFrame(FrameNode frame) {
        frame.local.replaceAll(t -> isMoved(t) ? Opcodes.NULL : t);
        frame.stack.replaceAll(t -> isMoved(t) ? Opcodes.NULL : t);
    }

    private static Object receiver(MethodInsnNode init, TypeState before) {
        int args = Type.getArgumentTypes(init.desc).length;
        return before.stack().get(before.stack().size() - 1 - args);
    }

    private void construct(MethodInsnNode init, TypeState before) {
        Replacements.Target factory = factories.apply(init);
        if (factory == null) {
            constructLater(init, before);
        } else {
            make(init, before, factory);
        }
    }

    /** {@code placeholder, args → } and every placeholder becomes what the factory returns. */
    private void make(MethodInsnNode init, TypeState before, Replacements.Target factory) {
        int object = method.maxLocals;
        Code post = new Code().astore(object).op(Opcodes.POP);
        Object mark = receiver(init, before);
        int args = Type.getArgumentTypes(init.desc).length;
        int at = replaceOnStack(post, before, args + 1, mark, object, object + 1);
        replaceInLocals(post, before, mark, object);
        method.instructions.insert(init, post.list);
        method.instructions.set(init, call(factory));
        scratch = Math.max(scratch, at);
    }

    static MethodInsnNode call(Replacements.Target target) {
        return new MethodInsnNode(
                Opcodes.INVOKESTATIC, target.owner(), target.name(), target.desc(), false);
    }

    private void constructLater(MethodInsnNode init, TypeState before) {
        Type[] args = Type.getArgumentTypes(init.desc);
        Object mark = receiver(init, before);
        Code pre = new Code();
        int base = method.maxLocals;
        int at = base;
        for (Type t : args) {
            at += t.getSize();
        }
        int object = at++;
        int slot = object;
        for (int i = args.length - 1; i >= 0; i--) {
            slot -= args[i].getSize();
            pre.var(args[i].getOpcode(Opcodes.ISTORE), slot);
        }
        pre.op(Opcodes.POP).type(Opcodes.NEW, init.owner).op(Opcodes.DUP);
        for (Type t : args) {
            pre.var(t.getOpcode(Opcodes.ILOAD), slot);
            slot += t.getSize();
        }
        Code post = new Code().astore(object);
        at = replaceOnStack(post, before, args.length + 1, mark, object, at);
        replaceInLocals(post, before, mark, object);
        method.instructions.insertBefore(init, pre.list);
        method.instructions.insert(init, post.list);
        scratch = Math.max(scratch, at);
    }

    /** {@code ..., placeholders and others → ..., objects and others}. */
    private int replaceOnStack(
            Code code, TypeState before, int consumed, Object mark, int object, int free) {
        List<Object> stack = before.stack().subList(0, before.stack().size() - consumed);
        int deepest = stack.indexOf(mark);
        int at = free;
        Code reload = new Code();
        if (deepest >= 0) {
            List<Code> loads = new ArrayList<>();
            for (int i = stack.size() - 1; i >= deepest; i--) {
                Kind kind = Kind.ofVerification(stack.get(i));
                if (stack.get(i).equals(mark)) {
                    code.op(Opcodes.POP);
                    loads.add(new Code().aload(object));
                } else {
                    code.var(kind.store, at);
                    loads.add(new Code().var(kind.load, at));
                    at += kind.size();
                }
            }
            for (int i = loads.size() - 1; i >= 0; i--) {
                reload.list.add(loads.get(i).list);
            }
        }
        code.list.add(reload.list);
        return at;
    }

    private static void replaceInLocals(Code code, TypeState before, Object mark, int object) {
        for (int i = 0; i < before.locals().size(); i++) {
            if (before.locals().get(i).equals(mark)) {
                code.aload(object).astore(i);
            }
        }
    }

    /** Whether an object under construction is still live across a point after relocation. */
    static boolean isBlocked(SuspensionPoint p) {
        if (MethodAnalysis.operandsBelow(p).stream().anyMatch(TypeFlow::isUninitialised)) {
            return true;
        }
        return p.live().stream()
                .filter(i -> i < p.before().locals().size())
                .anyMatch(i -> TypeFlow.isUninitialised(p.before().locals().get(i)));
    }
}
