package dev.weft.weaver.emit;

import dev.weft.weaver.model.Abi;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** The small methods around the bodies: bridges, adapters, guards and interface helpers. */
final class Bridges {
    private static final int OVERLOAD_FLAGS =
            Opcodes.ACC_PUBLIC
                    | Opcodes.ACC_PROTECTED
                    | Opcodes.ACC_PRIVATE
                    | Opcodes.ACC_STATIC
                    | Opcodes.ACC_FINAL
                    | Opcodes.ACC_BRIDGE
                    | Opcodes.ACC_STRICT;

    private final String owner;
    private final boolean itf;
    private final boolean finalClass;

    Bridges(String owner, int classAccess) {
        this.owner = owner;
        itf = (classAccess & Opcodes.ACC_INTERFACE) != 0;
        finalClass = (classAccess & Opcodes.ACC_FINAL) != 0;
    }

    /**
     * An empty overload of a method. Nothing that frameworks look for is copied: no annotations.
     */
    MethodNode overload(MethodNode m) {
        int access = m.access & OVERLOAD_FLAGS | Opcodes.ACC_SYNTHETIC;
        // Mockito's inline mocks leave bridges alone: the interface's overload then calls the
        // mocked method
        int flags = itf && !is(m, Opcodes.ACC_STATIC) ? access | Opcodes.ACC_BRIDGE : access;
        String[] exceptions = m.exceptions.toArray(new String[0]);
        return new MethodNode(Opcodes.ASM9, flags, m.name, Abi.withStack(m.desc), null, exceptions);
    }

    /** Replaces a method's code by a call of its overload, pinned. */
    void makeBridge(MethodNode m) {
        Code code = new Code().line(firstLine(m));
        boolean overridable = isOverridable(m);
        loadParameters(code, m);
        if (overridable) {
            // an override that was not woven may be calling super.m(): see Dispatch
            code.aload(0).ldc(Type.getObjectType(owner));
            code.invokeStatic(
                    Abi.DISPATCH,
                    "pinned",
                    "(Ljava/lang/Object;Ljava/lang/Class;)" + Abi.STACK_DESC);
        } else {
            code.getStatic(Abi.STACK, "PINNED", Abi.STACK_DESC);
        }
        code.invoke(ownCall(m), owner, m.name, Abi.withStack(m.desc), itf)
                .ret(Type.getReturnType(m.desc));
        replaceCode(m, code);
    }

    /** An overload that calls the plain method of this class: the method can't suspend. */
    MethodNode adapter(MethodNode m) {
        MethodNode target = overload(m);
        Code code = new Code();
        loadParameters(code, m);
        code.invoke(ownCall(m), owner, m.name, m.desc, itf).ret(Type.getReturnType(m.desc));
        target.instructions.add(code.list);
        addGuard(target, m);
        return target;
    }

    /** An overload that calls the plain method as the receiver has it. */
    MethodNode virtualAdapter(MethodNode m) {
        MethodNode target = overload(m);
        target.access &= ~Opcodes.ACC_ABSTRACT;
        Code code = new Code();
        loadParameters(code, m);
        int op = itf ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        code.invoke(op, owner, m.name, m.desc, itf).ret(Type.getReturnType(m.desc));
        target.instructions.add(code.list);
        return target;
    }

    /**
     * An interface method's helper, {@code static R m$call(Object self, args, Stack)}: a JDK
     * dynamic proxy would show the overload to its handler, so it gets the plain call.
     */
    MethodNode callHelper(MethodNode m) {
        MethodNode target =
                new MethodNode(
                        Opcodes.ASM9,
                        Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                        m.name + Abi.CALL_SUFFIX,
                        Abi.callHelperDesc(m.desc),
                        null,
                        m.exceptions.toArray(new String[0]));
        Type result = Type.getReturnType(m.desc);
        LabelNode proxy = new LabelNode();
        Code code = new Code();
        code.aload(0).type(Opcodes.INSTANCEOF, "java/lang/reflect/Proxy").jump(Opcodes.IFNE, proxy);
        loadParameters(code, m);
        code.aload(new Locals(m).stack());
        code.invoke(Opcodes.INVOKEINTERFACE, owner, m.name, Abi.withStack(m.desc), true)
                .ret(result);
        code.label(proxy).frame(new Locals(m).atEntry("java/lang/Object", m), List.of());
        loadParameters(code, m);
        code.invoke(Opcodes.INVOKEINTERFACE, owner, m.name, m.desc, true).ret(result);
        target.instructions.add(code.list);
        return target;
    }

    /**
     * Puts the guard of virtual dispatch at an overload's beginning, where a subclass may override
     * the plain method alone.
     *
     * <pre>
     *   if (getClass() != A.class
     *           &amp;&amp; (stack = Dispatch.enter(stack, this, A.class, "m(args)R")) == null)
     *       return this.m(args);
     * </pre>
     */
    void addGuard(MethodNode target, MethodNode m) {
        if (!isOverridable(m)) {
            return;
        }
        int stack = new Locals(m).stack();
        LabelNode body = new LabelNode();
        Code code = new Code();
        if (!itf) {
            code.aload(0).invokeVirtual("java/lang/Object", "getClass", "()Ljava/lang/Class;");
            code.ldc(Type.getObjectType(owner)).jump(Opcodes.IF_ACMPEQ, body);
        }
        code.aload(stack).aload(0).ldc(Type.getObjectType(owner)).ldc(m.name + m.desc);
        code.invokeStatic(
                Abi.DISPATCH,
                "enter",
                "("
                        + Abi.STACK_DESC
                        + "Ljava/lang/Object;Ljava/lang/Class;Ljava/lang/String;)"
                        + Abi.STACK_DESC);
        code.op(Opcodes.DUP).astore(stack).jump(Opcodes.IFNONNULL, body);
        loadParameters(code, m);
        int op = itf ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        code.invoke(op, owner, m.name, m.desc, itf).ret(Type.getReturnType(m.desc));
        code.label(body).frame(new Locals(m).atEntry(owner, m), List.of());
        if (beginsWithFrame(target)) {
            code.op(Opcodes.NOP);
        }
        target.instructions.insert(code.list);
    }

    private static boolean beginsWithFrame(MethodNode m) {
        for (AbstractInsnNode insn : m.instructions) {
            if (insn instanceof FrameNode) {
                return true;
            }
            if (insn.getOpcode() >= 0) {
                return false;
            }
        }
        return false;
    }

    private boolean isOverridable(MethodNode m) {
        return !finalClass
                && !is(m, Opcodes.ACC_STATIC)
                && !is(m, Opcodes.ACC_PRIVATE)
                && !is(m, Opcodes.ACC_FINAL);
    }

    private static int ownCall(MethodNode m) {
        return is(m, Opcodes.ACC_STATIC) ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL;
    }

    private static boolean is(MethodNode m, int flag) {
        return (m.access & flag) != 0;
    }

    static void loadParameters(Code code, MethodNode m) {
        int slot = 0;
        if (!is(m, Opcodes.ACC_STATIC)) {
            code.aload(slot++);
        }
        for (Type type : Type.getArgumentTypes(m.desc)) {
            code.var(type.getOpcode(Opcodes.ILOAD), slot);
            slot += type.getSize();
        }
    }

    static int firstLine(MethodNode m) {
        for (AbstractInsnNode insn : m.instructions) {
            if (insn instanceof LineNumberNode) {
                return ((LineNumberNode) insn).line;
            }
        }
        return 0;
    }

    private static void replaceCode(MethodNode m, Code code) {
        m.instructions = new InsnList();
        m.instructions.add(code.list);
        m.tryCatchBlocks = new ArrayList<>();
        m.localVariables = null;
        m.visibleLocalVariableAnnotations = null;
        m.invisibleLocalVariableAnnotations = null;
    }
}
