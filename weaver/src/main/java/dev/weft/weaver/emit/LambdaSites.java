package dev.weft.weaver.emit;

import dev.weft.weaver.classify.Callee;
import dev.weft.weaver.classify.Classifier;
import dev.weft.weaver.classify.FunctionMethod;
import dev.weft.weaver.classify.LambdaForm;
import dev.weft.weaver.model.Abi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Relinks lambdas and method references for suspendable interface methods, so that the object has
 * the woven method too. Others stay as they are; called from woven code they run pinned.
 *
 * <p>A resumed body hands its result to its caller as it is: nothing may convert it in between. So
 * a method reference whose result is converted, or whose target is a method of the JDK that has a
 * stand-in, is given a body of its own ({@link ReferenceBody}), which is woven as any other.
 * Serializable lambdas, and those with marker interfaces or bridges, keep the serial form they had.
 */
final class LambdaSites {
    private static final int NO_FLAGS = 0;

    private final ClassNode node;
    private final Classifier classifier;
    private final List<MethodNode> bodies = new ArrayList<>();

    LambdaSites(ClassNode node, Classifier classifier) {
        this.node = node;
        this.classifier = classifier;
    }

    /** Bodies made for method references; they are to be woven and added to the class. */
    List<MethodNode> bodies() {
        return bodies;
    }

    /** Returns whether anything changed. */
    boolean rewrite(MethodNode method) {
        boolean changed = false;
        int line = -1;
        for (AbstractInsnNode insn : method.instructions.toArray()) {
            if (insn instanceof LineNumberNode) {
                line = ((LineNumberNode) insn).line;
            } else if (insn instanceof InvokeDynamicInsnNode) {
                InvokeDynamicInsnNode site = (InvokeDynamicInsnNode) insn;
                if (LambdaForm.isMetafactory(site.bsm)) {
                    changed |= rewrite(method, site, line);
                }
            }
        }
        return changed;
    }

    private boolean rewrite(MethodNode maker, InvokeDynamicInsnNode site, int line) {
        LambdaForm form = new LambdaForm(site.name, site.desc, site.bsmArgs);
        String companion = classifier.lambdaCompanion(form.interfaceName(), form.methodKey());
        boolean wovenInterface = isWoven(form.interfaceName(), form.methodKey());
        FunctionMethod function = classifier.function(form.interfaceName(), form.methodKey());
        if (function != null && wovenInterface) {
            companion = null; // whoever calls it knows that
        }
        if (companion == null && !wovenInterface) {
            return false;
        }
        Handle body = form.body();
        Callee callee =
                classifier.resolve(node.name, body.getOwner(), body.getName(), body.getDesc());
        if (callee.call() != Callee.Call.WOVEN) {
            return false;
        }
        boolean standIn = callee.isReplaced();
        boolean plainJdk = companion != null && !isSuspendable(maker);
        if (standIn && plainJdk) {
            return false;
        }
        if (companion != null && function != null && function.isPrimitive()) {
            form = PrimitiveFunctions.generalised(site, form, function);
        }
        boolean direct =
                !standIn
                        && sameReturn(
                                Type.getReturnType(body.getDesc()), form.erased().getReturnType());
        link(site, form, companion, direct ? wovenHandle(body) : ownBody(form, line));
        return true;
    }

    private void link(
            InvokeDynamicInsnNode site, LambdaForm form, String companion, Handle target) {
        boolean plain = site.bsm.getName().equals("metafactory");
        String desc =
                !plain
                        ? Abi.ALT_LAMBDA_BOOTSTRAP_DESC
                        : companion == null
                                ? Abi.LAMBDA_BOOTSTRAP_DESC
                                : Abi.COMPANION_BOOTSTRAP_DESC;
        String bootstrap = plain ? "lambda" : "altLambda";
        if (isHelper(target) && !site.desc.startsWith("()")) {
            site.desc = withAnyReceiver(site.desc);
        }
        List<Object> args = new ArrayList<>();
        args.add(form.erased());
        args.add(target);
        args.add(form.instantiated());
        if (companion != null || !plain) {
            args.add(Type.getObjectType(companion == null ? Abi.WOVEN_LAMBDA : companion));
        }
        if (!plain) {
            addSerialForm(args, form.body());
            args.addAll(Arrays.asList(site.bsmArgs).subList(3, site.bsmArgs.length));
            if (site.bsmArgs.length == 3) {
                args.add(NO_FLAGS);
            }
        }
        site.bsm = new Handle(Opcodes.H_INVOKESTATIC, Abi.LAMBDA_BOOTSTRAP, bootstrap, desc, false);
        site.bsmArgs = args.toArray();
    }

    /** What {@code $deserializeLambda$} compares: the body as it was compiled. */
    private static void addSerialForm(List<Object> args, Handle body) {
        args.add(body.getTag());
        args.add(body.getOwner());
        args.add(body.getName());
        args.add(body.getDesc());
    }

    private static boolean isHelper(Handle body) {
        return body.getName().endsWith(Abi.CALL_SUFFIX);
    }

    /** A captured receiver has to have the very type of the helper's first parameter. */
    private static String withAnyReceiver(String desc) {
        Type[] captured = Type.getArgumentTypes(desc);
        captured[0] = Type.getType(Object.class);
        return Type.getMethodDescriptor(Type.getReturnType(desc), captured);
    }

    private boolean isWoven(String owner, String key) {
        int paren = key.indexOf('(');
        Callee callee =
                classifier.resolve(node.name, owner, key.substring(0, paren), key.substring(paren));
        return callee.call() == Callee.Call.WOVEN && !callee.isReplaced();
    }

    private boolean isSuspendable(MethodNode maker) {
        return classifier.isSuspendable(node.name, maker.name, maker.desc);
    }

    private Handle ownBody(LambdaForm form, int line) {
        MethodNode body = new ReferenceBody(form).write("lambda$weft$" + bodies.size(), line);
        bodies.add(body);
        boolean itf = (node.access & Opcodes.ACC_INTERFACE) != 0;
        String desc = Abi.withStack(body.desc);
        return new Handle(Opcodes.H_INVOKESTATIC, node.name, body.name, desc, itf);
    }

    private Handle wovenHandle(Handle body) {
        Callee callee =
                classifier.resolve(node.name, body.getOwner(), body.getName(), body.getDesc());
        if (body.getTag() == Opcodes.H_INVOKEINTERFACE && callee.hasHelper()) {
            String desc = Abi.callHelperDesc(body.getDesc());
            return new Handle(
                    Opcodes.H_INVOKESTATIC,
                    callee.owner(),
                    body.getName() + Abi.CALL_SUFFIX,
                    desc,
                    true);
        }
        return new Handle(
                body.getTag(),
                body.getOwner(),
                body.getName(),
                Abi.withStack(body.getDesc()),
                body.isInterface());
    }

    /** Whether a resumed body's result needs no conversion on its way to the interface's caller. */
    private static boolean sameReturn(Type body, Type erased) {
        if (erased.getSort() == Type.VOID) {
            return true;
        }
        boolean refs = Kind.of(body) == Kind.REF && Kind.of(erased) == Kind.REF;
        return body.getSort() != Type.VOID && (refs || body.equals(erased));
    }
}
