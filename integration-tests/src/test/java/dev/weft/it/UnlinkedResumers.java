package dev.weft.it;

import dev.weft.woven.ResumeBootstrap;
import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Stands between woven code and {@link ResumeBootstrap}: the first link of a chosen method's
 * resumer throws, as it does on a full heap or at the end of the thread's stack. For one test at a
 * time.
 */
public final class UnlinkedResumers {
    private static final Map<String, Error> FAILING = new HashMap<>();

    private UnlinkedResumers() {}

    /** Lets the next link of a method's resumer throw. */
    static void fail(String method, Error error) {
        FAILING.put(method, error);
    }

    /** Whether all that were to fail have failed. */
    static boolean haveFailed() {
        return FAILING.isEmpty();
    }

    /** A woven class whose resumers are linked here. */
    static byte[] redirect(byte[] woven) {
        ClassNode node = new ClassNode();
        new ClassReader(woven).accept(node, 0);
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode insn : method.instructions) {
                if (insn instanceof InvokeDynamicInsnNode) {
                    redirect((InvokeDynamicInsnNode) insn);
                }
            }
        }
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return writer.toByteArray();
    }

    private static void redirect(InvokeDynamicInsnNode site) {
        if (site.bsm.getOwner().equals("dev/weft/woven/ResumeBootstrap")) {
            site.bsm =
                    new Handle(
                            Opcodes.H_INVOKESTATIC,
                            "dev/weft/it/UnlinkedResumers",
                            site.bsm.getName(),
                            site.bsm.getDesc(),
                            false);
        }
    }

    /** Bootstrap method, as {@link ResumeBootstrap#resumer}. */
    public static CallSite resumer(
            Lookup caller,
            String name,
            MethodType type,
            MethodHandle body,
            String method,
            String source,
            String lines)
            throws LambdaConversionException {
        Error error = FAILING.remove(method.substring(0, method.indexOf('(')));
        if (error != null) {
            throw error;
        }
        return ResumeBootstrap.resumer(caller, name, type, body, method, source, lines);
    }
}
