package dev.weft.it;

import java.util.Map;
import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A suspendable class written by hand; ASM computes its stack map frames unless told otherwise. */
final class ShapeClass {
    final String name;
    private final ClassWriter writer;

    ShapeClass(String name, int version) {
        this(name, version, ClassWriter.COMPUTE_FRAMES);
    }

    ShapeClass(String name, int version, int computing) {
        this.name = "shape/" + name;
        writer =
                new ClassWriter(computing) {
                    @Override
                    protected String getCommonSuperClass(String a, String b) {
                        return "java/lang/Object";
                    }
                };
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER;
        writer.visit(version, access, this.name, null, "java/lang/Object", null);
        writer.visitAnnotation("Ldev/weft/Suspendable;", true).visitEnd();
    }

    /** Adds {@code public static Object run()}. */
    ShapeClass run(Consumer<ShapeBody> code) {
        return method("run", "()Ljava/lang/Object;", code);
    }

    /** Adds a public static method; the code ends it. */
    ShapeClass method(String method, String descriptor, Consumer<ShapeBody> code) {
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
        MethodVisitor target = writer.visitMethod(access, method, descriptor, null, null);
        target.visitCode();
        Label start = new Label();
        target.visitLabel(start);
        target.visitLineNumber(1, start);
        code.accept(new ShapeBody(name, target));
        target.visitMaxs(0, 0);
        target.visitEnd();
        return this;
    }

    byte[] bytes() {
        writer.visitEnd();
        return writer.toByteArray();
    }

    Classes classes() {
        return new Classes(Map.of(name, bytes()));
    }

    String binaryName() {
        return name.replace('/', '.');
    }
}
