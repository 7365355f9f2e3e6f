package dev.weft.weaver.classify;

import dev.weft.weaver.model.ClassFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** One class's part of the graph of calls: its methods, what they call, the lambdas they make. */
final class CallGraph {
    String name;
    String superName;
    private int access;
    private String[] interfaces = {};

    /** Access flags by name and descriptor. */
    final Map<String, Integer> methods = new HashMap<>();

    /** Owner, name and descriptor of each call, by the caller's name and descriptor. */
    final Map<String, List<String[]>> calls = new HashMap<>();

    final List<LambdaForm> lambdas = new ArrayList<>();

    private CallGraph() {}

    static CallGraph read(byte[] file) {
        CallGraph graph = new CallGraph();
        ClassFiles.headerReader(file)
                .accept(graph.new Reader(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return graph;
    }

    boolean isInterface() {
        return (access & Opcodes.ACC_INTERFACE) != 0;
    }

    List<String> supertypes() {
        List<String> all = new ArrayList<>(List.of(interfaces));
        if (superName != null) {
            all.add(0, superName);
        }
        return all;
    }

    private final class Reader extends ClassVisitor {
        Reader() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version, int flags, String n, String signature, String above, String[] itfs) {
            name = n;
            access = flags;
            superName = above;
            interfaces = itfs == null ? interfaces : itfs;
        }

        @Override
        public MethodVisitor visitMethod(
                int flags, String n, String desc, String signature, String[] exceptions) {
            methods.put(n + desc, flags);
            List<String[]> called = new ArrayList<>();
            calls.put(n + desc, called);
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMethodInsn(
                        int opcode, String owner, String method, String type, boolean itf) {
                    called.add(new String[] {owner, method, type});
                }

                @Override
                public void visitInvokeDynamicInsn(
                        String method, String type, Handle bootstrap, Object... args) {
                    if (LambdaForm.isMetafactory(bootstrap)) {
                        lambdas.add(new LambdaForm(method, type, args));
                    }
                }
            };
        }
    }
}
