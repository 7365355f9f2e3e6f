package dev.weft.weaver.classify;

import dev.weft.weaver.model.Abi;
import dev.weft.weaver.model.ClassFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What classification needs of one class file: its supertypes, its methods and the marks on them.
 */
final class ClassInfo {
    String name;
    int access;
    String superName;
    String[] interfaces = {};

    /** The class and, if known, the method's key that a local or anonymous class is written in. */
    String outerClass;

    String outerMethod;
    boolean annotated;
    boolean woven;
    boolean tooOld;
    final Map<String, MethodInfo> methods = new HashMap<>();

    /** Target of each bridge and accessor method, by its key. */
    final Map<String, String> bridgeTargets = new HashMap<>();

    /** Scala's {@code m$adapted} of a method, by the latter's key. */
    final Map<String, String> adapters = new HashMap<>();

    /**
     * Methods that a compiler made for another one, which they call: key to that one's owner and
     * key. See {@link MadeMethods}.
     */
    final Map<String, String[]> madeFor = new HashMap<>();

    /** Lambda sites: body key to the interface method's keys. */
    final Map<String, Set<LambdaUse>> lambdaBodies = new HashMap<>();

    /** The calls in bodies of lambdas, by the body's key; each owner, name, descriptor. */
    final Map<String, List<String[]>> lambdaCalls = new HashMap<>();

    /**
     * The sites of which a method is the body, or has Scala's {@code m$adapted} as its body, which
     * takes and gives boxes.
     */
    Set<LambdaUse> lambdaUses(MethodInfo m) {
        Set<LambdaUse> uses = lambdaBodies.getOrDefault(m.name + m.desc, Set.of());
        String adapted = uses.isEmpty() ? adapters.get(m.name + m.desc) : null;
        return adapted == null ? uses : lambdaBodies.getOrDefault(adapted, Set.of());
    }

    static final class LambdaUse {
        /** The interface. */
        final String owner;

        /** Its method. */
        final String key;

        /** The method that makes the lambda. */
        final String maker;

        LambdaUse(String owner, String key, String maker) {
            this.owner = owner;
            this.key = key;
            this.maker = maker;
        }
    }

    /** Whether a compiler made it of a function value. */
    boolean isFunctionObject() {
        return outerClass != null && FunctionMethod.isFunctionObject(superName);
    }

    boolean isInterface() {
        return (access & Opcodes.ACC_INTERFACE) != 0;
    }

    /**
     * An element of an annotation: only the JDK's proxies implement it, and what reads annotations
     * by reflection calls every method that it finds.
     */
    boolean isElement(MethodInfo m) {
        return (access & Opcodes.ACC_ANNOTATION) != 0 && m.is(Opcodes.ACC_ABSTRACT);
    }

    List<String> supertypes() {
        List<String> all = new ArrayList<>();
        if (superName != null) {
            all.add(superName);
        }
        all.addAll(List.of(interfaces));
        return all;
    }

    static ClassInfo read(byte[] bytes, boolean withCode) {
        ClassInfo info = new ClassInfo();
        info.tooOld = ClassFiles.isTooOld(bytes);
        int skip = ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;
        ClassFiles.headerReader(bytes)
                .accept(info.new Reader(withCode), withCode ? skip : skip | ClassReader.SKIP_CODE);
        return info;
    }

    private final class Reader extends ClassVisitor {
        private final boolean withCode;

        Reader(boolean withCode) {
            super(Opcodes.ASM9);
            this.withCode = withCode;
        }

        @Override
        public void visit(
                int versions, int acc, String n, String signature, String sup, String[] itfs) {
            name = n;
            access = acc;
            superName = sup;
            interfaces = itfs == null ? interfaces : itfs;
        }

        @Override
        public void visitOuterClass(String outer, String method, String desc) {
            outerClass = outer;
            outerMethod = method == null ? null : method + desc;
        }

        @Override
        public AnnotationVisitor visitAnnotation(String desc, boolean visible) {
            annotated |= desc.equals(Abi.SUSPENDABLE);
            return null;
        }

        @Override
        public FieldVisitor visitField(
                int acc, String n, String desc, String signature, Object value) {
            woven |= n.equals(Abi.MARKER) && (acc & Opcodes.ACC_SYNTHETIC) != 0;
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int acc, String n, String desc, String signature, String[] exceptions) {
            return new MethodReader(acc, n, desc, withCode);
        }
    }

    private final class MethodReader extends MethodVisitor {
        private final int acc;
        private final String methodName;
        private final String desc;
        private final boolean withCode;
        private boolean marked;

        MethodReader(int acc, String methodName, String desc, boolean withCode) {
            super(Opcodes.ASM9);
            this.acc = acc;
            this.methodName = methodName;
            this.desc = desc;
            this.withCode = withCode;
        }

        @Override
        public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
            marked |= annotation.equals(Abi.SUSPENDABLE);
            return null;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String n, String d, boolean itf) {
            if (withCode && owner.equals(name) && forwardsTo(n)) {
                bridgeTargets.put(methodName + desc, n + d);
            }
            if (withCode && owner.equals(name) && methodName.equals(n + "$adapted")) {
                bridgeTargets.put(methodName + desc, n + d);
                adapters.put(n + d, methodName + desc);
            }
            if (withCode
                    && MadeMethods.isFor(ClassInfo.this, acc, methodName + desc, owner, n + d)) {
                madeFor.put(methodName + desc, new String[] {owner, n + d});
            }
            if (withCode && isBody()) {
                lambdaCalls
                        .computeIfAbsent(methodName + desc, k -> new ArrayList<>())
                        .add(new String[] {owner, n, d});
            }
        }

        private boolean isBody() {
            return new MethodInfo(acc, methodName, desc, false).isLambdaBody()
                    || isFunctionObject();
        }

        /**
         * A bridge, or javac's accessor of a private method for nested classes (before Java 11).
         */
        private boolean forwardsTo(String callee) {
            boolean bridge = (acc & Opcodes.ACC_BRIDGE) != 0 && callee.equals(methodName);
            return bridge || (acc & Opcodes.ACC_SYNTHETIC) != 0 && methodName.startsWith("access$");
        }

        @Override
        public void visitInvokeDynamicInsn(String n, String d, Handle bootstrap, Object... args) {
            if (withCode && LambdaForm.isMetafactory(bootstrap)) {
                LambdaForm form = new LambdaForm(n, d, args);
                if (form.body().getOwner().equals(name)) {
                    lambdaBodies
                            .computeIfAbsent(
                                    form.body().getName() + form.body().getDesc(),
                                    k -> new HashSet<>())
                            .add(
                                    new LambdaUse(
                                            form.interfaceName(),
                                            form.methodKey(),
                                            methodName + desc));
                }
            }
        }

        @Override
        public void visitEnd() {
            methods.put(methodName + desc, new MethodInfo(acc, methodName, desc, marked));
        }
    }
}
