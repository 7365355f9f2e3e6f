package dev.weft.weaver.emit;

import dev.weft.weaver.classify.LambdaForm;
import dev.weft.weaver.classify.Replacements;
import dev.weft.weaver.model.PinReason;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Puts the stand-ins that hold everywhere into all methods of a class, before any is woven:
 *
 * <pre>
 *   new X, dup, args, invokespecial X.&lt;init&gt;   →   args, invokestatic stand-in(args) X
 *   receiver, args, invokevirtual m                →   receiver, args, invokestatic m(receiver, args)
 *   X::new, x::m                                   →   a reference to the stand-in
 * </pre>
 *
 * <p>What is suspendable among them is an ordinary suspendable call afterwards. For subclasses of X
 * see {@link Superclasses}.
 */
final class Replacing {
    private final ClassNode owner;
    private final Replacements replacements;
    private final Pins pins;
    private boolean changed;

    Replacing(ClassNode owner, Replacements replacements, Pins pins) {
        this.owner = owner;
        this.replacements = replacements;
        this.pins = pins;
    }

    /** Returns whether anything changed. */
    boolean apply() {
        MonitorCalls monitors = replacements.monitors() ? new MonitorCalls(owner) : null;
        for (MethodNode m : owner.methods) {
            changed |= monitors != null && monitors.rewrite(m);
            replaceCalls(m);
            replaceConstructions(m);
        }
        Superclasses superclasses = new Superclasses(owner, replacements, pins);
        return superclasses.replace() || changed;
    }

    private void replaceCalls(MethodNode m) {
        int line = -1;
        for (AbstractInsnNode insn : m.instructions.toArray()) {
            if (insn instanceof LineNumberNode) {
                line = ((LineNumberNode) insn).line;
            } else if (insn instanceof MethodInsnNode) {
                replaceCall(m, (MethodInsnNode) insn);
            } else if (insn instanceof InvokeDynamicInsnNode) {
                replaceReference(m, (InvokeDynamicInsnNode) insn, line);
            }
        }
    }

    /** Not {@code super.m()}: that means the superclass's code. */
    private void replaceCall(MethodNode m, MethodInsnNode call) {
        if (call.getOpcode() == Opcodes.INVOKESPECIAL) {
            return;
        }
        Replacements.Target target = replacements.call(call.owner, call.name, call.desc);
        if (target != null) {
            m.instructions.set(call, ObjectRelocation.call(target));
            changed = true;
        }
    }

    private void replaceReference(MethodNode m, InvokeDynamicInsnNode site, int line) {
        if (!LambdaForm.isMetafactory(site.bsm)) {
            return;
        }
        Handle body = new LambdaForm(site.name, site.desc, site.bsmArgs).body();
        Replacements.Target target = target(body);
        if (target == null) {
            return;
        }
        if (!site.bsm.getName().equals("metafactory")) {
            pins.add(m, line, PinReason.SERIALIZABLE_CONSTRUCTOR, body.getOwner() + "::" + body);
            return;
        }
        Object[] args = site.bsmArgs.clone();
        args[1] =
                new Handle(
                        Opcodes.H_INVOKESTATIC,
                        target.owner(),
                        target.name(),
                        target.desc(),
                        false);
        site.bsmArgs = args;
        if (body.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
            site.desc = withReceiver(site.desc, body, target.desc());
        }
        changed = true;
    }

    private Replacements.Target target(Handle body) {
        switch (body.getTag()) {
            case Opcodes.H_NEWINVOKESPECIAL:
                return replacements.construction(body.getOwner(), body.getDesc());
            case Opcodes.H_INVOKESTATIC:
            case Opcodes.H_INVOKEVIRTUAL:
            case Opcodes.H_INVOKEINTERFACE:
                return replacements.call(body.getOwner(), body.getName(), body.getDesc());
            default:
                return null;
        }
    }

    /** A captured receiver has to have the very type of the stand-in's first parameter. */
    private static String withReceiver(String siteDesc, Handle body, String standIn) {
        Type[] captured = Type.getArgumentTypes(siteDesc);
        if (captured.length == 0 || body.getTag() == Opcodes.H_INVOKESTATIC) {
            return siteDesc;
        }
        captured[0] = Type.getArgumentTypes(standIn)[0];
        return Type.getMethodDescriptor(Type.getReturnType(siteDesc), captured);
    }

    private void replaceConstructions(MethodNode m) {
        boolean any = false;
        for (AbstractInsnNode insn : m.instructions.toArray()) {
            if (ObjectRelocation.isInit(insn) && factory((MethodInsnNode) insn) != null) {
                any |= !replaceSimple(m, insn);
            }
        }
        if (any) {
            ObjectRelocation.label(m);
            changed |= ObjectRelocation.replace(owner.name, m, this::factory);
        }
    }

    private Replacements.Target factory(MethodInsnNode init) {
        return replacements.construction(init.owner, init.desc);
    }

    private static boolean isNew(AbstractInsnNode insn, String type) {
        return insn.getOpcode() == Opcodes.NEW
                && ((org.objectweb.asm.tree.TypeInsnNode) insn).desc.equals(type);
    }

    /**
     * {@code new X, dup, args, invokespecial}, in one straight line as compilers write it where no
     * argument branches: without placeholders.
     */
    private boolean replaceSimple(MethodNode m, AbstractInsnNode init) {
        int open = 1;
        AbstractInsnNode at = init.getPrevious();
        for (; at != null && isStraight(at); at = at.getPrevious()) {
            if (ObjectRelocation.isInit(at)) {
                open++;
            } else if (at.getOpcode() == Opcodes.NEW && --open == 0) {
                break;
            }
        }
        boolean found = at != null && isNew(at, ((MethodInsnNode) init).owner);
        if (!found || at.getNext().getOpcode() != Opcodes.DUP) {
            return false;
        }
        m.instructions.remove(at.getNext());
        m.instructions.remove(at);
        m.instructions.set(init, ObjectRelocation.call(factory((MethodInsnNode) init)));
        changed = true;
        return true;
    }

    /** Whether an instruction leaves references to uninitialised objects below it alone. */
    private static boolean isStraight(AbstractInsnNode insn) {
        int op = insn.getOpcode();
        boolean dupOfNew = op == Opcodes.DUP && insn.getPrevious().getOpcode() == Opcodes.NEW;
        boolean shuffles = op >= Opcodes.POP && op <= Opcodes.SWAP && !dupOfNew;
        boolean jumps = op >= Opcodes.IFEQ && op <= Opcodes.RETURN;
        boolean ends = op == Opcodes.ATHROW || op == Opcodes.IFNULL || op == Opcodes.IFNONNULL;
        boolean frame = insn.getType() == AbstractInsnNode.FRAME;
        return !shuffles && !jumps && !ends && !frame && op != Opcodes.ASTORE;
    }
}
