package dev.weft.weaver.classify;

import dev.weft.weaver.ClassSource;
import dev.weft.weaver.PatternOption;
import dev.weft.weaver.WeaverOptions;
import dev.weft.weaver.model.Abi;
import dev.weft.weaver.model.ClassFiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    /** How a call is made. */
    public enum Call {
        /** The callee can't suspend. */
        PLAIN,
        /** The overload is there, or will be. */
        WOVEN,
        /** The callee is suspendable but its class won't be woven. */
        NOT_WOVEN
    }

    private static final int MAX_SLOTS = 255;

    private final ClassPool pool;
    private final Patterns suspendable;
    private final Patterns excluded;
    private final Declarations declarations;
    private final ConcurrentMap<String, Boolean> methods = new ConcurrentHashMap<>();
    private final StandInTable standIns = new StandInTable();
    private final PatchScope scope;
    private final Patterns yieldLoops;
    private final ConcurrentMap<String, Callee> callees = new ConcurrentHashMap<>();

    /** A resolved call target. */
    public static final class Callee {
        private static final Callee PLAIN = new Callee(Call.PLAIN, "", false, false);

        private final Call call;
        private final String owner;
        private final boolean itf;
        private final boolean virtual;
        private final String standInDesc;

        Callee(Call call, String owner, boolean itf, boolean virtual) {
            this(call, owner, itf, virtual, null);
        }

        private Callee(Call call, String owner, boolean itf, boolean virtual, String standInDesc) {
            this.call = call;
            this.owner = owner;
            this.itf = itf;
            this.virtual = virtual;
            this.standInDesc = standInDesc;
        }

        static Callee standIn(StandInTable.Row row) {
            return row.plain()
                    ? PLAIN
                    : new Callee(Call.WOVEN, row.holder, false, false, row.desc);
        }

        /**
         * The plain descriptor of the static method that stands in for the callee.
         *
         * @return null when the callee itself is called
         */
        public String standInDesc() {
            return standInDesc;
        }

        /**
         * How to call it.
         *
         * @return never null
         */
        public Call call() {
            return call;
        }

        /**
         * The class that declares it.
         *
         * @return its internal name
         */
        public String owner() {
            return owner;
        }

        /**
         * Whether the call goes through the interface's helper.
         *
         * @return true for an interface's method that its implementors may have
         */
        public boolean hasHelper() {
            return itf && virtual;
        }
    }

    /**
     * Makes a classifier over one set of classes.
     *
     * @param options the patterns
     * @param source the classes
     */
    public Classifier(WeaverOptions options, ClassSource source) {
        pool = new ClassPool(source);
        List<String> all = new ArrayList<>(options.suspendable());
        all.addAll(options.patterns(PatternOption.THREADS));
        suspendable = new Patterns(all);
        excluded = new Patterns(options.exclude());
        declarations = new Declarations(source);
        scope = new PatchScope(options);
        yieldLoops = new Patterns(options.patterns(PatternOption.YIELD_LOOPS));
        standIns.readAll(source, pool);
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
     * Whether a library declares the class, or some method of it, suspendable.
     *
     * @param name internal name
     * @return true when a line of a {@code META-INF/weft/suspendables} matches
     */
    public boolean isDeclared(String name) {
        return declarations.matchesClass(name);
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
        return method != null && declared(info, method);
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
                && !hasRoom(m)
                && !Abi.hasStack(desc)
                && isMarked(info, m, new HashSet<>());
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
        for (StandInTable.Row row : standIns.rows(key)) {
            if (row.companion != null && isSubtype(type, row.owner)) {
                return row.companion;
            }
        }
        return null;
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
        return bits == 0 ? null : new Replacements(this, bits, from);
    }

    /** The row for a call, or null. */
    StandInTable.Row row(int bits, String owner, String key) {
        StandInTable.Row found = null;
        for (StandInTable.Row row : standIns.rows(key)) {
            boolean on = (bits & row.scope) != 0;
            if (on && (found == null || row.scope > found.scope) && fits(row, owner)) {
                found = row;
            }
        }
        return found;
    }

    private boolean fits(StandInTable.Row row, String owner) {
        return row.constructor() ? row.owner.equals(owner) : isSubtype(owner, row.owner);
    }

    /** Whether a method that a class has or inherits is the one that a row is about. */
    boolean isOriginal(StandInTable.Row row, String owner, String key) {
        if (ClassPool.isPlatform(owner)) {
            return true;
        }
        ClassInfo declaring = findDeclaring(pool.find(owner), key);
        return declaring == null
                || ClassPool.isPlatform(declaring.name)
                || declaring.name.equals(row.owner);
    }

    private Callee standIn(int bits, String owner, String key) {
        StandInTable.Row row = row(bits, owner, key);
        return row == null ? Callee.PLAIN : Callee.standIn(row);
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
        if (samePackage(element, from)) {
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
        if (name == null || name.equals(type)) {
            return name != null;
        }
        ClassInfo info = pool.find(name);
        if (info != null) {
            for (String s : info.supertypes()) {
                if (isSubtype(s, type)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Callee resolveAnew(int bits, String owner, String name, String desc) {
        if (ClassPool.isPlatform(owner)) {
            return standIn(bits, owner, name + desc);
        }
        ClassInfo declaring = findDeclaring(pool.find(owner), name + desc);
        if (declaring == null || ClassPool.isPlatform(declaring.name)) {
            return standIn(bits, owner, name + desc);
        }
        if (!declared(declaring, declaring.methods.get(name + desc))) {
            StandInTable.Row row = row(bits, owner, name + desc);
            return row != null && row.owner.equals(declaring.name)
                    ? Callee.standIn(row)
                    : Callee.PLAIN;
        }
        boolean there = declaring.methods.containsKey(name + Abi.withStack(desc));
        boolean will = !declaring.woven && isWeavable(declaring);
        MethodInfo method = declaring.methods.get(name + desc);
        boolean virtual = !method.is(Opcodes.ACC_PRIVATE) && !method.is(Opcodes.ACC_STATIC);
        Call call = there || will ? Call.WOVEN : Call.NOT_WOVEN;
        return new Callee(call, declaring.name, declaring.isInterface(), virtual);
    }

    private boolean isWeavable(ClassInfo info) {
        return info.version >= ClassFiles.OLDEST
                && pool.weavable(info.name)
                && !isExcluded(info.name);
    }

    private ClassInfo findDeclaring(ClassInfo start, String key) {
        for (ClassInfo c = start;
                c != null;
                c = pool.find(c.superName == null ? "" : c.superName)) {
            if (c.methods.containsKey(key)) {
                return c;
            }
        }
        return findInInterfaces(start, key, new HashSet<>());
    }

    private ClassInfo findInInterfaces(ClassInfo start, String key, Set<String> seen) {
        if (start == null || !seen.add(start.name)) {
            return null;
        }
        if (start.isInterface() && start.methods.containsKey(key)) {
            return start;
        }
        for (String s : start.supertypes()) {
            ClassInfo found = findInInterfaces(pool.find(s), key, seen);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private boolean declared(ClassInfo info, MethodInfo m) {
        String key = info.name + "." + m.name + m.desc;
        Boolean known = methods.get(key);
        if (known == null) {
            known = computeDeclared(info, m, new HashSet<>());
            methods.put(key, known);
        }
        return known;
    }

    private boolean computeDeclared(ClassInfo info, MethodInfo m, Set<String> visiting) {
        if (!eligible(m) || !visiting.add(info.name + "." + m.name + m.desc)) {
            return false;
        }
        return info.methods.containsKey(m.name + Abi.withStack(m.desc))
                || isMarked(info, m, visiting);
    }

    private boolean isMarked(ClassInfo info, MethodInfo m, Set<String> visiting) {
        return m.annotated
                || byClass(info, m)
                || byLambda(info, m, visiting)
                || byBridge(info, m, visiting)
                || byOverride(info, m, visiting);
    }

    private static boolean eligible(MethodInfo m) {
        return !m.name.startsWith("<") && !Abi.hasStack(m.desc) && hasRoom(m);
    }

    /** The sizes count a receiver for every method. */
    private static boolean hasRoom(MethodInfo m) {
        int slots = Type.getArgumentsAndReturnSizes(m.desc) >> 2;
        return (m.is(Opcodes.ACC_STATIC) ? slots - 1 : slots) < MAX_SLOTS;
    }

    private boolean byClass(ClassInfo info, MethodInfo m) {
        boolean lambdaBody = m.is(Opcodes.ACC_SYNTHETIC) && !m.is(Opcodes.ACC_BRIDGE);
        return !lambdaBody
                && (info.annotated
                        || suspendable.matches(info.name)
                        || declarations.matches(info.name, m.name));
    }

    private boolean byLambda(ClassInfo info, MethodInfo m, Set<String> visiting) {
        if (!m.is(Opcodes.ACC_SYNTHETIC)) {
            return false;
        }
        for (ClassInfo.LambdaUse use : info.lambdaBodies.getOrDefault(m.name + m.desc, Set.of())) {
            if (companion(use.owner, use.key) != null && isMadeInSuspendable(info, use, visiting)) {
                return true;
            }
            ClassInfo declaring = findDeclaring(pool.find(use.owner), use.key);
            if (declaring != null
                    && computeDeclared(declaring, declaring.methods.get(use.key), visiting)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMadeInSuspendable(
            ClassInfo info, ClassInfo.LambdaUse use, Set<String> visiting) {
        MethodInfo maker = info.methods.get(use.maker);
        return maker != null && computeDeclared(info, maker, visiting);
    }

    private boolean byBridge(ClassInfo info, MethodInfo m, Set<String> visiting) {
        String target = info.bridgeTargets.get(m.name + m.desc);
        if (target != null && info.methods.containsKey(target)) {
            return computeDeclared(info, info.methods.get(target), visiting);
        }
        for (var bridge : info.bridgeTargets.entrySet()) {
            if (bridge.getValue().equals(m.name + m.desc)
                    && computeDeclared(info, info.methods.get(bridge.getKey()), visiting)) {
                return true;
            }
        }
        return false;
    }

    private boolean byOverride(ClassInfo info, MethodInfo m, Set<String> visiting) {
        if (m.is(Opcodes.ACC_STATIC) || m.is(Opcodes.ACC_PRIVATE)) {
            return false;
        }
        return overrides(info, info, m, visiting, new HashSet<>());
    }

    private boolean overrides(
            ClassInfo from, ClassInfo info, MethodInfo m, Set<String> visiting, Set<String> seen) {
        for (String s : info.supertypes()) {
            ClassInfo sup = ClassPool.isPlatform(s) || !seen.add(s) ? null : pool.find(s);
            if (sup == null) {
                continue;
            }
            MethodInfo above = sup.methods.get(m.name + m.desc);
            if (above != null
                    && overridable(above, sup, from)
                    && computeDeclared(sup, above, visiting)) {
                return true;
            }
            if (overrides(from, sup, m, visiting, seen)) {
                return true;
            }
        }
        return false;
    }

    private static boolean overridable(MethodInfo above, ClassInfo sup, ClassInfo from) {
        if (above.is(Opcodes.ACC_STATIC) || above.is(Opcodes.ACC_PRIVATE)) {
            return false;
        }
        return above.is(Opcodes.ACC_PUBLIC)
                || above.is(Opcodes.ACC_PROTECTED)
                || samePackage(sup.name, from.name);
    }

    private static boolean samePackage(String a, String b) {
        int i = a.lastIndexOf('/');
        return i == b.lastIndexOf('/') && a.regionMatches(0, b, 0, i + 1);
    }
}
