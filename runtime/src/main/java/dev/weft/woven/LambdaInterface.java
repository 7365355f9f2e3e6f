package dev.weft.woven;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Generates, next to the class that has the lambda, the interface that its lambdas implement:
 *
 * <pre>
 * interface Caller$$Weft$N extends I, WovenLambda {
 *     R m(args, Stack);
 *     default R m(args) { return m(args, Stack.PINNED); }
 * }
 * </pre>
 *
 * <p>One for each class with lambdas and functional interface, at the first use. Thread-safe.
 */
final class LambdaInterface {
    private static final ClassValue<ConcurrentMap<String, Class<?>>> MADE =
            new ClassValue<>() {
                @Override
                protected ConcurrentMap<String, Class<?>> computeValue(Class<?> caller) {
                    return new ConcurrentHashMap<>();
                }
            };

    private LambdaInterface() {}

    static Class<?> of(
            Lookup caller, Class<?> functional, Class<?> companion, String name, MethodType plain)
            throws LambdaConversionException {
        ConcurrentMap<String, Class<?>> made = MADE.get(caller.lookupClass());
        String key = functional.getName() + '.' + name + plain.toMethodDescriptorString();
        synchronized (made) {
            Class<?> known = made.get(key);
            if (known == null) {
                String ownName =
                        caller.lookupClass().getName().replace('.', '/') + "$$Weft$" + made.size();
                byte[] bytes = write(ownName, functional, companion, name, plain);
                try {
                    known = caller.defineClass(bytes);
                } catch (IllegalAccessException e) {
                    throw new LambdaConversionException(e);
                }
                made.put(key, known);
            }
            return known;
        }
    }

    private static byte[] write(
            String ownName,
            Class<?> functional,
            Class<?> companion,
            String name,
            MethodType plain) {
        try {
            ConstantPool pool = new ConstantPool();
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(body);
            out.writeShort(0x0600 | 0x1000);
            out.writeShort(pool.type(ownName));
            out.writeShort(pool.type("java/lang/Object"));
            Set<Class<?>> interfaces = new LinkedHashSet<>(List.of(functional, WovenLambda.class));
            interfaces.add(companion);
            out.writeShort(interfaces.size());
            for (Class<?> i : interfaces) {
                out.writeShort(pool.type(i.getName().replace('.', '/')));
            }
            out.writeShort(0);
            out.writeShort(2);
            writeAbstract(out, pool, name, plain);
            writeDefault(out, pool, ownName, name, plain);
            out.writeShort(0);
            return assemble(pool, body.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] assemble(ConstantPool pool, byte[] body) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.writeInt(0xCAFEBABE);
        out.writeInt(52);
        pool.writeTo(out);
        out.write(body);
        return file.toByteArray();
    }

    private static void writeAbstract(
            DataOutputStream out, ConstantPool pool, String name, MethodType plain)
            throws IOException {
        out.writeShort(0x0401 | 0x1000);
        out.writeShort(pool.utf8(name));
        out.writeShort(pool.utf8(Signatures.withStack(plain.toMethodDescriptorString())));
        out.writeShort(0);
    }

    private static void writeDefault(
            DataOutputStream out, ConstantPool pool, String ownName, String name, MethodType plain)
            throws IOException {
        byte[] code = code(pool, ownName, name, plain);
        int slots = slots(plain);
        out.writeShort(0x0001 | 0x1000);
        out.writeShort(pool.utf8(name));
        out.writeShort(pool.utf8(plain.toMethodDescriptorString()));
        out.writeShort(1);
        out.writeShort(pool.utf8("Code"));
        out.writeInt(12 + code.length);
        out.writeShort(slots + 2);
        out.writeShort(slots);
        out.writeInt(code.length);
        out.write(code);
        out.writeShort(0);
        out.writeShort(0);
    }

    /** {@code this, args, Stack.PINNED → m(args, Stack); return}. */
    private static byte[] code(ConstantPool pool, String ownName, String name, MethodType plain)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(0x2a);
        int slot = 1;
        for (Class<?> type : plain.parameterList()) {
            out.writeByte(0x15 + kind(type));
            out.writeByte(slot);
            slot += size(type);
        }
        String stack = Stack.class.getName().replace('.', '/');
        out.writeByte(0xb2);
        out.writeShort(pool.member(9, stack, "PINNED", "L" + stack + ";"));
        out.writeByte(0xb9);
        out.writeShort(
                pool.member(
                        11, ownName, name, Signatures.withStack(plain.toMethodDescriptorString())));
        out.writeByte(slots(plain) + 1);
        out.writeByte(0);
        out.writeByte(plain.returnType() == void.class ? 0xb1 : 0xac + kind(plain.returnType()));
        return bytes.toByteArray();
    }

    private static int slots(MethodType plain) {
        int slots = 1;
        for (Class<?> type : plain.parameterList()) { // no stream: in every program's start
            slots += size(type);
        }
        return slots;
    }

    private static int size(Class<?> type) {
        return type == long.class || type == double.class ? 2 : 1;
    }

    /** The offset among typed load and return instructions: int, long, float, double, reference. */
    private static int kind(Class<?> type) {
        if (!type.isPrimitive()) {
            return 4;
        }
        if (type == long.class) {
            return 1;
        }
        return type == float.class ? 2 : type == double.class ? 3 : 0;
    }
}
