package dev.weft.weaver.emit;

import dev.weft.weaver.classify.Classifier;
import dev.weft.weaver.classify.LambdaForm;
import dev.weft.weaver.model.Abi;
import dev.weft.weaver.model.PinReason;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Relinks lambdas and method references for suspendable interface methods, so that the object has
 * the woven method too. Others stay as they are; called from woven code they run pinned.
 */
final class LambdaSites {
    private final Classifier classifier;
    private final Pins pins;
    private final String from;

    LambdaSites(Classifier classifier, Pins pins, String from) {
        this.from = from;
        this.classifier = classifier;
        this.pins = pins;
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

    private boolean rewrite(MethodNode method, InvokeDynamicInsnNode site, int line) {
        LambdaForm form = new LambdaForm(site.name, site.desc, site.bsmArgs);
        String companion = classifier.companion(form.interfaceName(), form.methodKey());
        if (companion == null && !isWoven(form.interfaceName(), form.methodKey())) {
            return false;
        }
        Handle body = form.body();
        boolean made = body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        if (made || !isWovenMethod(body.getOwner(), body.getName() + body.getDesc())) {
            return false;
        }
        if (!site.bsm.getName().equals("metafactory")) {
            pins.add(method, line, PinReason.SERIALIZABLE_LAMBDA, body.getName());
            return false;
        }
        if (!sameReturn(Type.getReturnType(body.getDesc()), form.erased().getReturnType())) {
            pins.add(method, line, PinReason.RETURN_CONVERTED, body.getName());
            return false;
        }
        link(site, form, companion);
        return true;
    }

    private void link(InvokeDynamicInsnNode site, LambdaForm form, String companion) {
        String desc = companion == null ? Abi.LAMBDA_BOOTSTRAP_DESC : Abi.COMPANION_BOOTSTRAP_DESC;
        site.bsm = new Handle(Opcodes.H_INVOKESTATIC, Abi.LAMBDA_BOOTSTRAP, "lambda", desc, false);
        Handle body = wovenHandle(form.body());
        if (isHelper(body) && !site.desc.startsWith("()")) {
            site.desc = withAnyReceiver(site.desc);
        }
        site.bsmArgs =
                companion == null
                        ? new Object[] {form.erased(), body, form.instantiated()}
                        : new Object[] {
                            form.erased(), body, form.instantiated(), Type.getObjectType(companion)
                        };
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
        Classifier.Callee callee =
                classifier.resolve(from, owner, key.substring(0, paren), key.substring(paren));
        return callee.call() == Classifier.Call.WOVEN;
    }

    /**
     * Stand-ins of the JDK's methods are not linked here: a method reference to one runs as it is.
     */
    private boolean isWovenMethod(String owner, String key) {
        int paren = key.indexOf('(');
        Classifier.Callee callee =
                classifier.resolve(from, owner, key.substring(0, paren), key.substring(paren));
        return callee.call() == Classifier.Call.WOVEN && callee.standInDesc() == null;
    }

    private Handle wovenHandle(Handle body) {
        Classifier.Callee callee =
                classifier.resolve(from, body.getOwner(), body.getName(), body.getDesc());
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

    /**
     * A resumed body hands its result to the caller as it is: nothing may convert it in between.
     */
    private static boolean sameReturn(Type body, Type erased) {
        if (erased.getSort() == Type.VOID) {
            return true;
        }
        boolean refs = Kind.of(body) == Kind.REF && Kind.of(erased) == Kind.REF;
        return body.getSort() != Type.VOID && (refs || body.equals(erased));
    }
}
