package dev.weft.weaver.emit;

import dev.weft.weaver.classify.FunctionMethod;
import dev.weft.weaver.model.Abi;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What the methods of a class call in place of Kotlin's, Scala's and Groovy's function values: one
 * method of the class itself for each method called, since the runtime can't name those types.
 *
 * <pre>
 * static Object invoke$weft$0(Object f, Object a, Stack stack) {
 *     return f instanceof KotlinFunctions.Of1
 *             ? ((KotlinFunctions.Of1) f).invoke(a, stack)
 *             : ((Function1) f).invoke(a);
 * }
 * </pre>
 *
 * <p>It needs no frame, as it passes on what it gets. Scala's methods for primitive types do: their
 * result is taken out of a box. So there is a method for them that is woven itself:
 *
 * <pre>
 * static int apply$mcII$sp$weft$0(Object f, int a) {
 *     return f instanceof ScalaFunctions.Of1
 *             ? unboxToInt(((Function1) f).apply(a))       // the call that is woven
 *             : apply$mcII$sp$weft$1(f, a);                // ((Function1) f).apply$mcII$sp(a)
 * }
 * </pre>
 */
final class FunctionCalls {
    private static final int MADE =
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    private static final String INFIX = "$weft$";

    private final String owner;
    private final boolean itf;
    private final Map<String, String> names = new HashMap<>();
    private final Deque<MethodNode> toWeave = new ArrayDeque<>();
    private final List<MethodNode> complete = new ArrayList<>();

    FunctionCalls(String owner, boolean itf) {
        this.owner = owner;
        this.itf = itf;
    }

    /** The next method that is to be woven and added; null when there is none. */
    MethodNode nextToWeave() {
        return toWeave.poll();
    }

    /** The methods that are to be added as they are. */
    List<MethodNode> complete() {
        return complete;
    }

    /** {@code ..., f, args, stack → ..., result}. */
    void emit(Code code, MethodInsnNode call, FunctionMethod function) {
        String key = call.owner + "." + call.name + call.desc;
        String name = names.get(key);
        if (name == null) {
            name = newName(call);
            names.put(key, name);
            if (function.isPrimitive()) {
                toWeave.add(primitive(name, call, function));
            } else {
                complete.add(general(name, call, function));
            }
        }
        code.invoke(Opcodes.INVOKESTATIC, owner, name, Abi.callHelperDesc(call.desc), itf);
    }

    private String newName(MethodInsnNode call) {
        return call.name + INFIX + names.size();
    }

    private static String withReceiver(String desc) {
        return "(Ljava/lang/Object;" + desc.substring(1);
    }

    private MethodNode general(String name, MethodInsnNode call, FunctionMethod function) {
        String desc = Abi.callHelperDesc(call.desc);
        Code code = new Code();
        LabelNode other = new LabelNode();
        code.aload(0).type(Opcodes.INSTANCEOF, function.companion()).jump(Opcodes.IFEQ, other);
        code.aload(0).cast(function.companion());
        Type[] given = Type.getArgumentTypes(desc);
        loadAll(code, given, given.length);
        code.invoke(
                Opcodes.INVOKEINTERFACE,
                function.companion(),
                call.name,
                Abi.withStack(call.desc),
                true);
        code.ret(Type.getReturnType(desc));
        code.label(other).frame(frame(given), List.of());
        callAsItIs(code, call, given, given.length - 1);
        return method(name, desc, code);
    }

    private MethodNode primitive(String name, MethodInsnNode call, FunctionMethod function) {
        String desc = withReceiver(call.desc);
        Type result = Type.getReturnType(desc);
        Type[] given = Type.getArgumentTypes(desc);
        Code code = new Code();
        LabelNode other = new LabelNode();
        code.aload(0).type(Opcodes.INSTANCEOF, function.companion()).jump(Opcodes.IFEQ, other);
        code.aload(0).cast(function.owner());
        int slot = 1;
        for (Type type : Arrays.asList(given).subList(1, given.length)) {
            code.var(type.getOpcode(Opcodes.ILOAD), slot);
            Conversion.emit(code, type, Type.getType(Object.class));
            slot += type.getSize();
        }
        code.invoke(
                Opcodes.INVOKEINTERFACE, function.owner(), function.name(), function.desc(), true);
        PrimitiveFunctions.result(code, result);
        code.ret(result);
        code.label(other).frame(frame(given), List.of());
        String direct = direct(call, desc, given);
        loadAll(code.aload(0), given, given.length);
        code.invoke(Opcodes.INVOKESTATIC, owner, direct, desc, itf).ret(result);
        return method(name, desc, code);
    }

    /**
     * In a method of its own, which is not woven, so that it is not taken for another such call.
     */
    private String direct(MethodInsnNode call, String desc, Type[] given) {
        String name = newName(call);
        names.put("direct " + call.owner + "." + call.name + call.desc, name);
        Code code = new Code();
        callAsItIs(code, call, given, given.length);
        complete.add(method(name, desc, code));
        return name;
    }

    private static void callAsItIs(Code code, MethodInsnNode call, Type[] given, int count) {
        code.aload(0).cast(call.owner);
        loadAll(code, given, count);
        code.invoke(call.getOpcode(), call.owner, call.name, call.desc, call.itf);
        code.ret(Type.getReturnType(call.desc));
    }

    /** The arguments behind the receiver. */
    private static void loadAll(Code code, Type[] given, int count) {
        int slot = 1;
        for (int i = 1; i < count; i++) {
            code.var(given[i].getOpcode(Opcodes.ILOAD), slot);
            slot += given[i].getSize();
        }
    }

    private static Object[] frame(Type[] given) {
        List<Object> slots = new ArrayList<>();
        for (Type type : given) {
            slots.add(Kind.verification(type));
            if (type.getSize() == 2) {
                slots.add(Opcodes.TOP);
            }
        }
        return slots.toArray();
    }

    private static MethodNode method(String name, String desc, Code code) {
        MethodNode made = new MethodNode(Opcodes.ASM9, MADE, name, desc, null, new String[0]);
        made.instructions.add(code.list);
        made.maxLocals = Type.getArgumentsAndReturnSizes(desc) >> 2;
        made.maxStack = made.maxLocals + 2;
        return made;
    }
}
