package dev.weft.it;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Makes a program record what each of its exception handlers gets, so that its stack trace is
 * compared: also where the program itself makes no use of it, in finally blocks and those that
 * compilers write. Without methods that the compiler made, which need not be woven.
 */
public final class HandlerEvents {
    private static final String TRACE = Type.getInternalName(Trace.class);

    private HandlerEvents() {}

    /**
     * The classes with that added.
     *
     * @param which internal names of those that are changed; others stay as they are
     */
    public static Classes in(Classes classes, Predicate<String> which) {
        Map<String, byte[]> files = new TreeMap<>();
        classes.files()
                .forEach((name, file) -> files.put(name, which.test(name) ? changed(file) : file));
        return new Classes(files);
    }

    private static byte[] changed(byte[] file) {
        ClassNode node = new ClassNode();
        new ClassReader(file).accept(node, ClassReader.EXPAND_FRAMES);
        for (MethodNode m : node.methods) {
            if ((m.access & Opcodes.ACC_SYNTHETIC) == 0) {
                m.tryCatchBlocks.stream()
                        .map((TryCatchBlockNode block) -> block.handler)
                        .distinct()
                        .forEach(handler -> record(m, handler));
            }
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        return writer.toByteArray();
    }

    private static void record(MethodNode m, AbstractInsnNode handler) {
        AbstractInsnNode at = handler;
        while (!(at instanceof FrameNode)) {
            at = at.getNext();
        }
        InsnList code = new InsnList();
        code.add(new InsnNode(Opcodes.DUP));
        code.add(
                new MethodInsnNode(
                        Opcodes.INVOKESTATIC, TRACE, "add", "(Ljava/lang/Object;)V", false));
        m.instructions.insert(at, code);
    }
}
