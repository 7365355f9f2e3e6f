package dev.weft.it.structure;

import java.lang.invoke.MethodType;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Collects what a woven class names of the ABI package, and what of it does not resolve or is not
 * accessible.
 */
final class AbiNames extends ClassVisitor {
    private static final String PACKAGE = "dev/weft/woven/";

    private final Set<String> names;
    private final Set<String> problems;

    AbiNames(Set<String> names, Set<String> problems) {
        super(Opcodes.ASM9);
        this.names = names;
        this.problems = problems;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String desc, String signature, String[] thrown) {
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitTypeInsn(int opcode, String type) {
                if (type.startsWith(PACKAGE)) {
                    type(type);
                }
            }

            @Override
            public void visitFieldInsn(int opcode, String owner, String field, String type) {
                if (owner.startsWith(PACKAGE)) {
                    boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
                    field(owner, field, type, isStatic);
                }
            }

            @Override
            public void visitMethodInsn(
                    int opcode, String owner, String method, String type, boolean isInterface) {
                if (owner.startsWith(PACKAGE)) {
                    method(owner, method, type, opcode == Opcodes.INVOKESTATIC);
                }
            }

            @Override
            public void visitInvokeDynamicInsn(
                    String site, String type, Handle bootstrap, Object... arguments) {
                if (bootstrap.getOwner().startsWith(PACKAGE)) {
                    method(bootstrap.getOwner(), bootstrap.getName(), bootstrap.getDesc(), true);
                }
            }
        };
    }

    private Class<?> type(String internalName) {
        names.add(internalName);
        try {
            Class<?> type = Class.forName(internalName.replace('/', '.'));
            check(Modifier.isPublic(type.getModifiers()), internalName + " is not public");
            return type;
        } catch (ClassNotFoundException e) {
            problems.add("no class " + internalName);
            return null;
        }
    }

    private void field(String owner, String name, String descriptor, boolean isStatic) {
        names.add(owner + "." + name);
        Class<?> type = type(owner);
        if (type == null) {
            return;
        }
        try {
            Field field = type.getField(name);
            check(
                    Type.getDescriptor(field.getType()).equals(descriptor),
                    owner + "." + name + " is no " + descriptor);
            check(
                    Modifier.isStatic(field.getModifiers()) == isStatic,
                    owner + "." + name + ": static or not");
        } catch (NoSuchFieldException e) {
            problems.add("no public field " + owner + "." + name);
        }
    }

    private void method(String owner, String name, String descriptor, boolean isStatic) {
        names.add(owner + "." + name + descriptor);
        Class<?> type = type(owner);
        if (type == null) {
            return;
        }
        MethodType wanted =
                MethodType.fromMethodDescriptorString(descriptor, getClass().getClassLoader());
        Stream<? extends Executable> candidates =
                name.equals("<init>")
                        ? Arrays.stream(type.getConstructors())
                        : Arrays.stream(type.getMethods());
        boolean found =
                candidates
                        .filter(m -> name.equals("<init>") || m.getName().equals(name))
                        .filter(m -> Modifier.isStatic(m.getModifiers()) == isStatic)
                        .anyMatch(
                                m -> Arrays.equals(m.getParameterTypes(), wanted.parameterArray()));
        check(found, "no public method " + owner + "." + name + descriptor);
    }

    private void check(boolean condition, String problem) {
        if (!condition) {
            problems.add(problem);
        }
    }
}
