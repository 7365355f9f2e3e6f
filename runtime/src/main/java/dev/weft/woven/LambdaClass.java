package dev.weft.woven;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Writes the class of a lambda that is serializable, or has marker interfaces or bridges:
 *
 * <pre>
 * final class Caller$$WeftLambda$N implements I, WovenLambda, companion, markers {
 *     static final MethodHandle BODY = LambdaLinks.body(Caller$$WeftLambda$N.class);
 *     final C captured;
 *     R m(args, Stack stack) { return BODY.invokeExact(captured, args, stack); }
 *     R m(args) { return m(args, Stack.PINNED); }               // and both for each bridge
 *     Object writeReplace() { return LambdaLinks.serialForm(Caller$$WeftLambda$N.class, captured); }
 * }
 * </pre>
 *
 * <p>The JDK's metafactory can't make it: it would write the overload into the serial form, which
 * {@code $deserializeLambda$}, and a JVM without Weft, would not know.
 */
final class LambdaClass {
    private static final int SYNTHETIC = 0x1000;
    private static final String BODY = "BODY";
    private static final String HANDLE = "java/lang/invoke/MethodHandle";
    private static final String LINKS = "dev/weft/woven/LambdaLinks";

    private final ConstantPool pool = new ConstantPool();
    private final String name;
    private final LambdaShape shape;
    private final MethodType captured;

    LambdaClass(String name, LambdaShape shape) {
        this.name = name;
        this.shape = shape;
        captured = shape.factory.changeReturnType(void.class);
    }

    byte[] write() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeShort(0x0030 | SYNTHETIC);
        out.writeShort(pool.type(name));
        out.writeShort(pool.type("java/lang/Object"));
        writeInterfaces(out);
        writeFields(out);
        out.writeShort(2 + 2 * (1 + shape.bridges.size()) + (shape.serializable ? 1 : 0));
        writeInitializers(out);
        writeForm(out, shape.erased);
        for (MethodType bridge : shape.bridges) {
            writeForm(out, bridge);
        }
        if (shape.serializable) {
            writeReplace(out);
        }
        out.writeShort(0);
        return LambdaInterface.assemble(pool, body.toByteArray());
    }

    private void writeInterfaces(DataOutputStream out) throws IOException {
        Set<Class<?>> all = new LinkedHashSet<>();
        all.add(shape.factory.returnType());
        all.add(WovenLambda.class);
        all.add(shape.companion);
        all.addAll(shape.markers);
        if (shape.serializable) {
            all.add(java.io.Serializable.class);
        }
        out.writeShort(all.size());
        for (Class<?> type : all) {
            out.writeShort(pool.type(MethodBytes.internalName(type)));
        }
    }

    private void writeFields(DataOutputStream out) throws IOException {
        out.writeShort(1 + captured.parameterCount());
        writeField(out, 0x001a, BODY, "L" + HANDLE + ";");
        for (int i = 0; i < captured.parameterCount(); i++) {
            writeField(out, 0x0012, "c" + i, MethodBytes.descriptor(captured.parameterType(i)));
        }
    }

    private void writeField(DataOutputStream out, int access, String field, String desc)
            throws IOException {
        out.writeShort(access | SYNTHETIC);
        out.writeShort(pool.utf8(field));
        out.writeShort(pool.utf8(desc));
        out.writeShort(0);
    }

    private void writeInitializers(DataOutputStream out) throws IOException {
        MethodBytes clinit = new MethodBytes(pool);
        clinit.loadClass(name);
        clinit.invokeStatic(LINKS, "body", "(Ljava/lang/Class;)L" + HANDLE + ";");
        clinit.putStatic(name, BODY, "L" + HANDLE + ";").op(MethodBytes.RETURN);
        clinit.writeTo(out, 0x0008 | SYNTHETIC, "<clinit>", "()V", 0);
        MethodBytes init = new MethodBytes(pool);
        init.load(Object.class, 0).invokeSpecial("java/lang/Object", "<init>", "()V");
        int slot = 1;
        for (int i = 0; i < captured.parameterCount(); i++) {
            Class<?> type = captured.parameterType(i);
            init.load(Object.class, 0).load(type, slot);
            init.putField(name, "c" + i, MethodBytes.descriptor(type));
            slot += MethodBytes.size(type);
        }
        init.op(MethodBytes.RETURN);
        init.writeTo(out, SYNTHETIC, "<init>", captured.toMethodDescriptorString(), slot);
    }

    /** The overload and the plain method of one erasure of the interface's method. */
    private void writeForm(DataOutputStream out, MethodType type) throws IOException {
        writeMethod(out, type, true);
        writeMethod(out, type, false);
    }

    private void writeMethod(DataOutputStream out, MethodType type, boolean withStack)
            throws IOException {
        MethodBytes code = new MethodBytes(pool);
        code.getStatic(name, BODY, "L" + HANDLE + ";");
        pushCaptured(code);
        int slot = 1;
        for (int i = 0; i < type.parameterCount(); i++) {
            code.load(type.parameterType(i), slot);
            code.cast(type.parameterType(i), shape.erased.parameterType(i));
            slot += MethodBytes.size(type.parameterType(i));
        }
        if (withStack) {
            code.load(Stack.class, slot++);
        } else {
            code.getStatic(MethodBytes.STACK, "PINNED", "L" + MethodBytes.STACK + ";");
        }
        code.invokeVirtual(HANDLE, "invokeExact", shape.bodyType().toMethodDescriptorString());
        code.cast(shape.erased.returnType(), type.returnType()).ret(type.returnType());
        String plain = type.toMethodDescriptorString();
        String desc = withStack ? Signatures.withStack(plain) : plain;
        code.writeTo(out, 0x0011 | SYNTHETIC, shape.method, desc, slot);
    }

    private void pushCaptured(MethodBytes code) throws IOException {
        for (int i = 0; i < captured.parameterCount(); i++) {
            code.load(Object.class, 0);
            code.getField(name, "c" + i, MethodBytes.descriptor(captured.parameterType(i)));
        }
    }

    private void writeReplace(DataOutputStream out) throws IOException {
        MethodBytes code = new MethodBytes(pool);
        code.loadClass(name).push(captured.parameterCount());
        code.newArray("java/lang/Object");
        for (int i = 0; i < captured.parameterCount(); i++) {
            Class<?> type = captured.parameterType(i);
            code.op(MethodBytes.DUP).push(i).load(Object.class, 0);
            code.getField(name, "c" + i, MethodBytes.descriptor(type)).box(type);
            code.op(MethodBytes.AASTORE);
        }
        code.invokeStatic(
                LINKS, "serialForm", "(Ljava/lang/Class;[Ljava/lang/Object;)Ljava/lang/Object;");
        code.ret(Object.class);
        code.writeTo(out, 0x0012 | SYNTHETIC, "writeReplace", "()Ljava/lang/Object;", 1);
    }
}
