package dev.weft.weaver.emit;

import dev.weft.weaver.classify.Replacements;
import dev.weft.weaver.model.PinReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes a class extend the runtime's class in place of the JDK's where the rows for the
 * constructors that it calls say so; {@code super(...)} and {@code super.m()} then mean the new
 * superclass. Else the class stays as it is and each {@code super(...)} that has a row is reported.
 * Runs after constructions were replaced, so that the constructor calls which are left are {@code
 * super(...)}.
 */
final class Superclasses {
    private final ClassNode owner;
    private final Replacements replacements;
    private final Pins pins;

    Superclasses(ClassNode owner, Replacements replacements, Pins pins) {
        this.owner = owner;
        this.replacements = replacements;
        this.pins = pins;
    }

    /** Returns whether the class has another superclass now. */
    boolean replace() {
        String old = owner.superName;
        List<MethodInsnNode> calls = superCalls(old);
        Set<String> targets = new HashSet<>();
        for (MethodInsnNode call : calls) {
            if (call.name.equals("<init>")) {
                targets.add(replacements.superclass(old, call.desc));
            }
        }
        String target = targets.size() == 1 ? targets.iterator().next() : null;
        if (target == null) {
            report(old);
            return false;
        }
        calls.forEach(call -> call.owner = target);
        owner.superName = target;
        return true;
    }

    private List<MethodInsnNode> superCalls(String type) {
        List<MethodInsnNode> calls = new ArrayList<>();
        for (MethodNode m : owner.methods) {
            for (AbstractInsnNode insn : m.instructions) {
                if (insn.getOpcode() == Opcodes.INVOKESPECIAL
                        && ((MethodInsnNode) insn).owner.equals(type)
                        && isSuper(m, (MethodInsnNode) insn)) {
                    calls.add((MethodInsnNode) insn);
                }
            }
        }
        return calls;
    }

    /** Constructions that no row replaces are not {@code super(...)} either. */
    private static boolean isSuper(MethodNode m, MethodInsnNode call) {
        return !call.name.equals("<init>") || m.name.equals("<init>");
    }

    private void report(String type) {
        for (MethodNode m : owner.methods) {
            int line = -1;
            for (AbstractInsnNode insn : m.instructions) {
                if (insn instanceof LineNumberNode) {
                    line = ((LineNumberNode) insn).line;
                } else if (m.name.equals("<init>")
                        && ObjectRelocation.isInit(insn)
                        && ((MethodInsnNode) insn).owner.equals(type)
                        && replacements.construction(type, ((MethodInsnNode) insn).desc) != null) {
                    pins.add(m, line, PinReason.PATCHED_SUPERCLASS, type.replace('/', '.'));
                }
            }
        }
    }
}
