package dev.weft.weaver.emit;

import dev.weft.weaver.classify.FunctionMethod;
import dev.weft.weaver.classify.LambdaForm;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * Scala's functions of primitive types. A woven one has the general method, with boxes, in place of
 * {@code apply$mcII$sp}: the type's own default methods lead from the latter to the former. Boxes
 * are taken apart as Scala does it: null is zero.
 */
final class PrimitiveFunctions {
    private static final String BOXES = "scala/runtime/BoxesRunTime";
    private static final String UNIT = "scala/runtime/BoxedUnit";

    private PrimitiveFunctions() {}

    /** Changes a lambda of a primitive function into one of the general method. */
    static LambdaForm generalised(
            InvokeDynamicInsnNode site, LambdaForm form, FunctionMethod function) {
        Type general = Type.getMethodType(function.desc());
        site.name = function.name();
        site.desc = Type.getMethodDescriptor(Type.getObjectType(function.owner()), form.captured());
        return new LambdaForm(site.name, site.desc, new Object[] {general, form.body(), general});
    }

    /** Whether lambdas of the type are Scala's. */
    static boolean isScala(String type) {
        return type.startsWith("scala/Function");
    }

    /** {@code ..., box or null → ..., value}. */
    static void unbox(Code code, Type primitive) {
        String name = primitive.getClassName();
        String to = "unboxTo" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        code.invokeStatic(BOXES, to, "(Ljava/lang/Object;)" + primitive.getDescriptor());
    }

    /** {@code ..., box → ..., value}; nothing when there is no value. */
    static void result(Code code, Type type) {
        if (type.getSort() == Type.VOID) {
            code.op(Opcodes.POP);
        } else {
            unbox(code, type);
        }
    }

    /** {@code ... → ..., ()}. */
    static void unit(Code code) {
        code.getStatic(UNIT, "UNIT", "L" + UNIT + ";");
    }
}
