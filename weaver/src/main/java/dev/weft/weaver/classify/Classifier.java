package dev.weft.weaver.classify;

import dev.weft.weaver.ClassSource;
import dev.weft.weaver.PatternOption;
import dev.weft.weaver.WeaverOptions;
import dev.weft.weaver.model.Abi;
import dev.weft.weaver.model.PinReason;
import java.util.HashSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Decides, from bytes only, which methods are suspendable and how a call of one is to be made.
 * Shared by agent, plugin and command line. Thread-safe.
 *
 * <p>A method is suspendable when it or its class is annotated or matched by a pattern of the
 * options or of a library, when it overrides or implements a suspendable method, when it is the
 * body of a lambda for a suspendable interface method, when its bridge or bridged method is, or
 * when its class already has its overload.
 */
public final class Classifier {
    private final ClassPool pool;
    private final Patterns excluded;
    private final SuspendableMethods methods;
    private final StandIns standIns;

    /** What records its owner as a thread. */
    private static final String OWNABLE = "java/util/concurrent/locks/AbstractOwnableSynchronizer";

    private final PatchScope scope;
    private final Patterns yieldLoops;
    private final ConcurrentMap<String, Callee> callees = new ConcurrentHashMap<>();

    /**
     * Makes a classifier over one set of classes.
     *
     * @param options the patterns
     * @param source the classes
     */
    public Classifier(WeaverOptions options, ClassSource source) {
        this(options, source, new Declarations(source));
    }

    /**
     * Makes a classifier over one set of classes.
     *
     * @param options the patterns
     * @param source the classes
     * @param declarations what the set's libraries declare
     */
    public Classifier(WeaverOptions options, ClassSource source, Declarations declarations) {
        pool = new ClassPool(source);
        excluded = new Patterns(options.exclude());
        scope = new PatchScope(options);
        yieldLoops = new Patterns(options.patterns(PatternOption.YIELD_LOOPS));
        standIns = new StandIns(source, pool);
        methods =
                new SuspendableMethods(
                        pool, options, declarations, standIns::lambdaCompanion, standIns::suspends);
    }

    /**
     * Whether the class is left out by an option.
     *
     * @param name internal name
     * @return true when excluded
     */
    public boolean isExcluded(String name) {
        return excluded.matches(name);
    }

    /**
     * Whether loops of the class end a used-up time slice.
     *
     * @param name internal name
     * @return true when the option {@code yield-loops} names it
     */
    public boolean yieldsInLoops(String name) {
        return yieldLoops.matches(name);
    }

    /**
     * Whether a method that the class itself declares is suspendable.
     *
     * @param owner the class's internal name
     * @param name the method's name
     * @param desc its descriptor
     * @return true when it gets an overload
     */
    public boolean isSuspendable(String owner, String name, String desc) {
        ClassInfo info = pool.find(owner);
        MethodInfo method = info == null ? null : info.methods.get(name + desc);
        return method != null && methods.contains(info, method);
    }

    /**
     * Whether a method is the body of a lambda, as its class makes it.
     *
     * @param owner the class's internal name
     * @param name the method's name
     * @param desc its descriptor
     * @return false for method references to what was written as a method
     */
    public boolean isLambdaBody(String owner, String name, String desc) {
        ClassInfo info = pool.find(owner);
        MethodInfo method = info == null ? null : info.methods.get(name + desc);
        return method != null && method.isLambdaBody() && !info.lambdaUses(method).isEmpty();
    }

    /**
     * Whether a method would be suspendable if it had room for the hidden parameter.
     *
     * @param owner the class that declares it
     * @param name the method's name
     * @param desc its descriptor
     * @return true when all parameter slots are used
     */
    public boolean lacksRoom(String owner, String name, String desc) {
        ClassInfo info = pool.find(owner);
        MethodInfo m = info == null ? null : info.methods.get(name + desc);
        return m != null
                && !SuspendableMethods.hasRoom(m)
                && !Abi.hasStack(desc)
                && methods.isMarked(info, m, new HashSet<>());
    }

    /**
     * Resolves a call.
     *
     * @param from the class with the call
     * @param owner the class named by the instruction
     * @param name the method's name
     * @param desc its descriptor
     * @return how to call it
     */
    public Callee resolve(String from, String owner, String name, String desc) {
        if (owner.startsWith("[") || name.startsWith("<")) {
            return Callee.PLAIN;
        }
        int bits = scope.of(from);
        String key = bits + owner + "." + name + desc;
        Callee known = callees.get(key);
        if (known == null) {
            known = resolveAnew(bits, owner, name, desc);
            callees.put(key, known);
        }
        boolean standsInForItself = known.standInDesc() != null && known.owner().equals(from);
        return standsInForItself ? Callee.PLAIN : known;
    }

    /**
     * The interface that woven implementations of a method that is not woven implement as well.
     *
     * @param type the class or interface that has the method
     * @param key the method's name and descriptor
     * @return null when there is none
     */
    public String companion(String type, String key) {
        return standIns.companion(type, key);
    }

    /**
     * The interface that a woven lambda implements as well: as {@link #companion}, and for Scala's
     * primitive methods that of the general one, which the lambda has instead.
     *
     * @param type the functional interface
     * @param key its method's name and descriptor
     * @return null when there is none
     */
    public String lambdaCompanion(String type, String key) {
        return standIns.lambdaCompanion(type, key);
    }

    /** The type whose companion that is, or null. */
    String companionOwner(String type, String key) {
        return standIns.companionOwner(type, key);
    }

    /**
     * The method of another language's function type that a type has.
     *
     * @param type the type, or a subtype
     * @param key name and descriptor
     * @return null when it is no such method
     */
    public FunctionMethod function(String type, String key) {
        return standIns.function(type, key);
    }

    /**
     * What replaces calls and constructions in all methods of a class.
     *
     * @param from the class's internal name
     * @param hasSuspendable whether a method of it is suspendable
     * @return null when the class is left as it is
     */
    public Replacements replacements(String from, boolean hasSuspendable) {
        int bits = scope.everywhere(from, hasSuspendable);
        if ((bits & PatchScope.PATCH) != 0 && isSubtype(from, OWNABLE)) {
            bits |= PatchScope.OWNERS;
        }
        return bits == 0 ? null : new Replacements(this, bits, from);
    }

    /**
     * Why a call holds a thread while it waits, by the patch table.
     *
     * @param from the class with the call
     * @param owner the class named by the instruction
     * @param name the method's name
     * @param desc its descriptor
     * @return null when it does not, as far as the table says
     */
    public PinReason blocks(String from, String owner, String name, String desc) {
        if (owner.startsWith("[") || name.startsWith("<")) {
            return null;
        }
        int bits = scope.of(from);
        StandInRow row = standIns.row(bits | PatchScope.PATCH, owner, name + desc);
        if (row != null && row.scope != PatchScope.CALLS) {
            boolean off = (bits & row.scope) == 0;
            boolean holds = (off || row.handsOff) && isOriginal(row, owner, name + desc);
            PinReason reason = off ? PinReason.LEFT_ALONE : PinReason.HANDS_OFF;
            return holds ? reason : null;
        }
        return standIns.isLeftAlone(owner, name) ? PinReason.LEFT_ALONE : null;
    }

    /** The row for a call, or null. */
    StandInRow row(int bits, String owner, String key) {
        return standIns.row(bits, owner, key);
    }

    /** Whether a method that a class has or inherits is the one that a row is about. */
    boolean isOriginal(StandInRow row, String owner, String key) {
        if (ClassPool.isPlatform(owner)) {
            return true;
        }
        ClassInfo declaring = methods.findDeclaring(pool.find(owner), key);
        return declaring == null
                || ClassPool.isPlatform(declaring.name)
                || declaring.name.equals(row.owner);
    }

    /** Whether a constructor has a stand-in that can suspend. */
    boolean constructionSuspends(String from, String owner, String key) {
        StandInRow row = key.startsWith("<") ? standIns.row(scope.of(from), owner, key) : null;
        return row != null && !row.plain();
    }

    /**
     * Whether a class may be named from another.
     *
     * @param type internal name or array descriptor
     * @param from the other class
     * @return false only when the type is known to be inaccessible
     */
    public boolean isAccessible(String type, String from) {
        String element = type;
        if (type.startsWith("[")) {
            Type t = Type.getType(type).getElementType();
            if (t.getSort() != Type.OBJECT) {
                return true;
            }
            element = t.getInternalName();
        }
        if (SuspendableMethods.samePackage(element, from)) {
            return true;
        }
        ClassInfo info = pool.find(element);
        return info == null || (info.access & Opcodes.ACC_PUBLIC) != 0;
    }

    /**
     * Whether a class is or extends a type.
     *
     * @param name the class
     * @param type the supertype looked for
     * @return false also when a class file is missing
     */
    public boolean isSubtype(String name, String type) {
        return pool.isSubtype(name, type);
    }

    private Callee resolveAnew(int bits, String owner, String name, String desc) {
        if (standIns.isHandleCall(owner, name)) {
            return Callee.handle();
        }
        if (ClassPool.isPlatform(owner)) {
            return standIns.callee(bits, owner, name + desc);
        }
        ClassInfo declaring = methods.findDeclaring(pool.find(owner), name + desc);
        if (declaring == null || ClassPool.isPlatform(declaring.name)) {
            return standIns.callee(bits, owner, name + desc);
        }
        if (!methods.contains(declaring, declaring.methods.get(name + desc))) {
            return standIns.callee(bits, owner, name + desc, declaring.name);
        }
        boolean there = declaring.methods.containsKey(name + Abi.withStack(desc));
        boolean will = !declaring.woven && isWeavable(declaring);
        MethodInfo method = declaring.methods.get(name + desc);
        boolean virtual = !method.is(Opcodes.ACC_PRIVATE) && !method.is(Opcodes.ACC_STATIC);
        Callee.Call call = there || will ? Callee.Call.WOVEN : Callee.Call.NOT_WOVEN;
        return new Callee(call, declaring.name, declaring.isInterface(), virtual);
    }

    private boolean isWeavable(ClassInfo info) {
        return !info.tooOld && pool.weavable(info.name) && !isExcluded(info.name);
    }
}
