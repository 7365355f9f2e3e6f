package dev.weft.weaver.model;

import java.util.Arrays;
import org.objectweb.asm.Type;

/**
 * Every name of the runtime that the weaver knows. They are strings, since the weaver does not
 * depend on the runtime; an integration test resolves each of them.
 */
public final class Abi {
    /** Version of the contract; the value of the marker field. */
    public static final int VERSION = 1;

    /** The annotation's descriptor. */
    public static final String SUSPENDABLE = "Ldev/weft/Suspendable;";

    /** The hidden parameter's class. */
    public static final String STACK = "dev/weft/woven/Stack";

    /** Its descriptor. */
    public static final String STACK_DESC = "L" + STACK + ";";

    /** Makes stack traces logical. */
    public static final String STACK_TRACES = "dev/weft/woven/StackTraces";

    /** Base class of frames. */
    public static final String FRAME = "dev/weft/woven/Frame";

    /** Frame class with arrays. */
    public static final String FRAME_X = "dev/weft/woven/FrameX";

    /** Resumer interface. */
    public static final String RESUMER = "dev/weft/woven/Resumer";

    /** Compact saves. */
    public static final String SAVER = "dev/weft/woven/FrameSaver";

    /** Guards of virtual dispatch. */
    public static final String DISPATCH = "dev/weft/woven/Dispatch";

    /** Bootstrap of resumers. */
    public static final String RESUME_BOOTSTRAP = "dev/weft/woven/ResumeBootstrap";

    /** Its descriptor. */
    public static final String RESUME_BOOTSTRAP_DESC =
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                    + "Ljava/lang/invoke/MethodHandle;Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)"
                    + "Ljava/lang/invoke/CallSite;";

    /** Bootstrap of lambdas. */
    public static final String LAMBDA_BOOTSTRAP = "dev/weft/woven/LambdaBootstrap";

    /** Its descriptor. */
    public static final String LAMBDA_BOOTSTRAP_DESC =
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                    + "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)"
                    + "Ljava/lang/invoke/CallSite;";

    /** Its descriptor for interfaces that are not woven. */
    public static final String COMPANION_BOOTSTRAP_DESC =
            LAMBDA_BOOTSTRAP_DESC.replace(
                    ";)Ljava/lang/invoke/CallSite;",
                    ";Ljava/lang/Class;)Ljava/lang/invoke/CallSite;");

    /** Where the runtime's stand-ins are. */
    public static final String BLOCKING = "dev/weft/blocking/";

    /** Its descriptor for lambdas that are serializable or have marker interfaces or bridges. */
    public static final String ALT_LAMBDA_BOOTSTRAP_DESC =
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                    + "[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;";

    /** Links calls of method handles. */
    public static final String HANDLE_CALLS = "dev/weft/woven/HandleCalls";

    /** Its bootstrap method's descriptor. */
    public static final String HANDLE_BOOTSTRAP_DESC =
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)"
                    + "Ljava/lang/invoke/CallSite;";

    /** Yields values of any kind. */
    public static final String YIELDER = "dev/weft/generator/Yielder";

    /** Yields values and is sent others. */
    public static final String COROUTINE_CONTEXT = "dev/weft/generator/CoroutineContext";

    /** Their method that takes an int, which the caller need not box. */
    public static final String YIELD_INT = "yieldInt";

    /** The class of method handles. */
    public static final String METHOD_HANDLE = "java/lang/invoke/MethodHandle";

    /** Has the companions of Kotlin's function types. */
    public static final String KOTLIN_COMPANIONS = "dev/weft/woven/KotlinFunctions";

    /** Has the companions of Scala's function types. */
    public static final String SCALA_COMPANIONS = "dev/weft/woven/ScalaFunctions";

    /** The companion of the JDK's Callable. */
    public static final String OF_CALLABLE = "dev/weft/woven/Companions$OfCallable";

    /** Has the companions of Groovy's closures. */
    public static final String GROOVY_COMPANIONS = "dev/weft/woven/GroovyClosures";

    /** The mark of woven lambdas. */
    public static final String WOVEN_LAMBDA = "dev/weft/woven/WovenLambda";

    /** The class that lists the runtime's stand-ins. */
    public static final String PATCH_TABLE = "dev/weft/blocking/PatchTable";

    /** The class that lists what has no stand-in. */
    public static final String LEFT_ALONE = BLOCKING + "LeftAlone";

    /** The annotation on it. */
    public static final String STAND_INS = "Ldev/weft/woven/StandIns;";

    /** The annotation on a stand-in. */
    public static final String STAND_IN = "Ldev/weft/woven/StandIn;";

    /** Forced suspensions. */
    public static final String CHAOS = "dev/weft/woven/Chaos";

    /** Time slices of loops. */
    public static final String SLICES = "dev/weft/woven/Slices";

    /** Monitors of fibers. */
    public static final String MONITORS = BLOCKING + "Monitors";

    /** The marker field of a woven class. */
    public static final String MARKER = "$weft";

    /** Infix of resume bodies. */
    public static final String RESUME_SUFFIX = "$resume$";

    /** Suffix of an interface's call helper. */
    public static final String CALL_SUFFIX = "$call";

    private Abi() {}

    /**
     * Whether the call yields an object, and its owner has a {@link #YIELD_INT} beside it.
     *
     * @param owner the call's owner
     * @param name the method's name
     * @param desc its descriptor
     * @return true for {@code Yielder.yield} and {@code CoroutineContext.yield}
     */
    public static boolean isYieldOfObject(String owner, String name, String desc) {
        return name.equals("yield")
                && desc.startsWith("(Ljava/lang/Object;)")
                && (owner.equals(YIELDER) || owner.equals(COROUTINE_CONTEXT));
    }

    /**
     * Adds the hidden parameter to a descriptor.
     *
     * @param descriptor a method descriptor
     * @return the overload's descriptor
     */
    public static String withStack(String descriptor) {
        int end = descriptor.lastIndexOf(')');
        return descriptor.substring(0, end) + STACK_DESC + descriptor.substring(end);
    }

    /**
     * Takes the hidden parameter from a descriptor.
     *
     * @param descriptor with or without it
     * @return without
     */
    public static String withoutStack(String descriptor) {
        return descriptor.replace(STACK_DESC + ")", ")");
    }

    /**
     * Whether a descriptor has the hidden parameter.
     *
     * @param descriptor a method descriptor
     * @return true for an overload's
     */
    public static boolean hasStack(String descriptor) {
        return descriptor.contains(STACK_DESC + ")");
    }

    /**
     * The call helper's descriptor. The receiver is an {@code Object}: HotSpot's verifier then need
     * not load the interface, nor what it extends, which may be missing (an optional dependency).
     *
     * @param descriptor the plain descriptor
     * @return {@code (Object, args, Stack)result}
     */
    public static String callHelperDesc(String descriptor) {
        return "(Ljava/lang/Object;" + withStack(descriptor).substring(1);
    }

    /**
     * A stand-in's descriptor as its original has it.
     *
     * @param descriptor with the receiver as first parameter
     * @return without it
     */
    public static String withoutReceiver(String descriptor) {
        Type[] all = Type.getArgumentTypes(descriptor);
        Type[] rest = Arrays.copyOfRange(all, 1, all.length);
        return Type.getMethodDescriptor(Type.getReturnType(descriptor), rest);
    }

    /**
     * The frame class with at least that many slots.
     *
     * @param refs reference slots
     * @param prims primitive slots
     * @return its internal name
     */
    public static String frameClass(int refs, int prims) {
        int r = roundUp(refs, 8);
        int j = roundUp(prims, 4);
        if (r < 0 || j < 0) {
            return FRAME_X;
        }
        return r == 0 && j == 0 ? FRAME : "dev/weft/woven/FrameR" + r + "J" + j;
    }

    private static int roundUp(int n, int max) {
        if (n > max) {
            return -1;
        }
        int size = n == 1 && max == 8 ? 2 : n;
        return size == 0 ? 0 : Integer.highestOneBit(size * 2 - 1);
    }
}
