package dev.weft.weaver.emit;

import dev.weft.weaver.classify.Callee;
import dev.weft.weaver.classify.Classifier;
import dev.weft.weaver.model.Abi;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Emits the call of an overload in place of the plain call. */
final class WovenCall {
    private final Classifier classifier;
    private final String from;
    private final FunctionCalls functions;

    WovenCall(Classifier classifier, String from, FunctionCalls functions) {
        this.classifier = classifier;
        this.from = from;
        this.functions = functions;
    }

    /**
     * {@code ..., [receiver], args → ..., result}. An interface method goes through its interface's
     * helper, which knows about dynamic proxies; {@code I.super.m()} does not.
     */
    void emit(Code code, MethodInsnNode call, int stackSlot) {
        if (isYieldOfBoxedInt(code.list.getLast(), call)) {
            emitYieldOfInt(code, call, stackSlot);
            return;
        }
        code.aload(stackSlot);
        Callee callee = classifier.resolve(from, call.owner, call.name, call.desc);
        if (callee.isHandleCall()) {
            emitHandleCall(code, call);
        } else if (callee.function() != null) {
            functions.emit(code, call, callee.function());
        } else if (callee.standInDesc() != null) {
            code.invokeStatic(callee.owner(), call.name, Abi.withStack(callee.standInDesc()));
        } else if (call.getOpcode() == Opcodes.INVOKEINTERFACE && callee.hasHelper()) {
            String helper = call.name + Abi.CALL_SUFFIX;
            code.invoke(
                    Opcodes.INVOKESTATIC,
                    callee.owner(),
                    helper,
                    Abi.callHelperDesc(call.desc),
                    true);
        } else {
            code.invoke(
                    call.getOpcode(), call.owner, call.name, Abi.withStack(call.desc), call.itf);
        }
    }

    /** A box made for the call: nothing, not even a label, is between the two. */
    private static boolean isYieldOfBoxedInt(AbstractInsnNode before, MethodInsnNode call) {
        if (!(before instanceof MethodInsnNode)
                || !Abi.isYieldOfObject(call.owner, call.name, call.desc)) {
            return false;
        }
        MethodInsnNode boxing = (MethodInsnNode) before;
        return boxing.owner.equals("java/lang/Integer")
                && boxing.name.equals("valueOf")
                && boxing.desc.equals("(I)Ljava/lang/Integer;");
    }

    /**
     * {@code ..., yielder, box → ..., result}: takes the boxing back. An Integer that is yielded
     * travels as an int anyway, and HotSpot does not always see that it need not be made.
     */
    private static void emitYieldOfInt(Code code, MethodInsnNode call, int stackSlot) {
        code.list.remove(code.list.getLast());
        code.aload(stackSlot);
        String desc = Abi.withStack(call.desc.replace("(Ljava/lang/Object;)", "(I)"));
        code.invoke(Opcodes.INVOKEVIRTUAL, call.owner, Abi.YIELD_INT, desc, false);
    }

    /** The signature is the site's own, so the call is linked at the site. */
    private static void emitHandleCall(Code code, MethodInsnNode call) {
        Handle bootstrap =
                new Handle(
                        Opcodes.H_INVOKESTATIC,
                        Abi.HANDLE_CALLS,
                        "link",
                        Abi.HANDLE_BOOTSTRAP_DESC,
                        false);
        String desc = "(L" + Abi.METHOD_HANDLE + ";" + Abi.withStack(call.desc).substring(1);
        code.indy(call.name, desc, bootstrap);
    }
}
