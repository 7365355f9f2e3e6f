package dev.weft.weaver.classify;

import dev.weft.weaver.PatternOption;
import dev.weft.weaver.WeaverOptions;
import dev.weft.weaver.model.Abi;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Which methods are suspendable: see {@link Classifier} for the rules. Thread-safe. */
final class SuspendableMethods {
    private static final int MAX_SLOTS = 255;

    private final ClassPool pool;
    private final Patterns suspendable;
    private final Set<String> inferred;
    private final Declarations declarations;

    /** Type and method key to companion or null. */
    private final BinaryOperator<String> companions;

    /** Whether a method of the JDK, by type and key, has a stand-in. */
    private final BiPredicate<String, String> standIns;

    private final ConcurrentMap<String, Boolean> answers = new ConcurrentHashMap<>();

    private final ConcurrentMap<String, Boolean> traced = new ConcurrentHashMap<>();

    SuspendableMethods(
            ClassPool pool,
            WeaverOptions options,
            Declarations declarations,
            BinaryOperator<String> companions,
            BiPredicate<String, String> standIns) {
        this.pool = pool;
        this.declarations = declarations;
        this.companions = companions;
        this.standIns = standIns;
        List<String> all = new ArrayList<>(options.suspendable());
        all.addAll(options.patterns(PatternOption.THREADS));
        suspendable = new Patterns(all);
        inferred = options.inferred();
    }

    ClassInfo findDeclaring(ClassInfo start, String key) {
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

    /** Whether a method that the class declares is suspendable. */
    boolean contains(ClassInfo info, MethodInfo m) {
        String key = keyOf(info, m);
        Boolean answer = answers.get(key);
        if (answer == null) {
            answer = computeDeclared(info, m, new HashSet<>());
            answers.put(key, answer);
        }
        return answer;
    }

    private static String keyOf(ClassInfo info, MethodInfo m) {
        return info.name + "." + m.name + m.desc;
    }

    /** A yes is kept at once, as it holds wherever it was found; a no may be due to a cycle. */
    private boolean computeDeclared(ClassInfo info, MethodInfo m, Set<String> visiting) {
        String key = keyOf(info, m);
        if (answers.getOrDefault(key, false)) {
            return true;
        }
        if (!eligible(m) || info.isElement(m) || !visiting.add(key)) {
            return false;
        }
        boolean answer =
                info.methods.containsKey(m.name + Abi.withStack(m.desc))
                        || isMarked(info, m, visiting);
        if (answer) {
            answers.put(key, true);
        }
        return answer;
    }

    boolean isMarked(ClassInfo info, MethodInfo m, Set<String> visiting) {
        return m.annotated
                || inferred.contains(info.name + "." + m.name + m.desc)
                || byClass(info, m)
                || byLambda(info, m, visiting)
                || byFunctionObject(info, m, visiting)
                || byBridge(info, m, visiting)
                || byCompiler(info, m, visiting)
                || byOverride(info, m, visiting);
    }

    private static boolean eligible(MethodInfo m) {
        return !m.name.startsWith("<") && !Abi.hasStack(m.desc) && hasRoom(m);
    }

    /** The sizes count a receiver for every method. */
    static boolean hasRoom(MethodInfo m) {
        int slots = Type.getArgumentsAndReturnSizes(m.desc) >> 2;
        return (m.is(Opcodes.ACC_STATIC) ? slots - 1 : slots) < MAX_SLOTS;
    }

    private boolean byClass(ClassInfo info, MethodInfo m) {
        boolean lambdaBody =
                m.is(Opcodes.ACC_SYNTHETIC)
                        ? !m.is(Opcodes.ACC_BRIDGE)
                        : m.isLambdaBody() && !info.lambdaUses(m).isEmpty();
        return !lambdaBody
                && (info.annotated
                        || suspendable.matches(info.name)
                        || declarations.matches(info.name, m.name));
    }

    private boolean byLambda(ClassInfo info, MethodInfo m, Set<String> visiting) {
        if (!m.isLambdaBody()) {
            return false;
        }
        for (ClassInfo.LambdaUse use : info.lambdaUses(m)) {
            if (companions.apply(use.owner, use.key) != null
                    && isTraced(info)
                    && callsSuspendable(
                            info,
                            m,
                            isMadeInSuspendable(info, use, visiting, new HashSet<>()),
                            visiting)) {
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

    /** A class that was made of a function value is to be taken as a lambda. */
    private boolean byFunctionObject(ClassInfo info, MethodInfo m, Set<String> visiting) {
        if (!info.isFunctionObject() || m.is(Opcodes.ACC_STATIC)) {
            return false;
        }
        ClassInfo outer = pool.find(info.outerClass);
        if (outer == null || !isTraced(outer)) {
            return false;
        }
        MethodInfo maker = outer.methods.get(String.valueOf(info.outerMethod));
        boolean suspendable =
                maker == null ? outer.annotated : computeDeclared(outer, maker, visiting);
        return callsSuspendable(info, m, suspendable, visiting);
    }

    /**
     * Whether the class, or a supertype, has a mark: without one, its lambdas are the JDK's. The
     * agent looks for the same traces before it shows a class to the weaver.
     */
    private boolean isTraced(ClassInfo info) {
        Boolean known = traced.get(info.name);
        if (known == null) {
            known =
                    info.annotated
                            || suspendable.matches(info.name)
                            || declarations.matchesClass(info.name)
                            || info.methods.values().stream()
                                    .anyMatch(m -> m.annotated || Abi.hasStack(m.desc))
                            || info.supertypes().stream()
                                    .filter(s -> !ClassPool.isPlatform(s))
                                    .map(pool::find)
                                    .anyMatch(s -> s != null && isTraced(s));
            traced.put(info.name, known);
        }
        return known;
    }

    /**
     * Whether the body of a lambda calls anything that can suspend. For the JDK's functional
     * interfaces only: a lambda that can't suspend is left to the JDK, and so is what it is given
     * to.
     *
     * @param standInsCount whether blocking methods of the JDK count too: not where a lambda is
     *     made in code that has nothing to do with fibers
     */
    private boolean callsSuspendable(
            ClassInfo info, MethodInfo m, boolean standInsCount, Set<String> visiting) {
        for (String[] call : info.lambdaCalls.getOrDefault(m.name + m.desc, List.of())) {
            String key = call[1] + call[2];
            ClassInfo owner = ClassPool.isPlatform(call[0]) ? null : pool.find(call[0]);
            ClassInfo declaring = findDeclaring(owner, key);
            boolean own = declaring != null && !ClassPool.isPlatform(declaring.name);
            if (own && computeDeclared(declaring, declaring.methods.get(key), visiting)) {
                return true;
            }
            FunctionMethod function = FunctionMethod.of(call[1], call[2]);
            boolean foreign = !own || function != null && function.owner().equals(declaring.name);
            if (foreign && standInsCount && standIns.test(call[0], key)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a lambda is made in a suspendable method, or in a constructor or static initialiser
     * of a class that is suspendable as a whole; also when it is made in the body of such a lambda.
     *
     * @param seen makers on the way here: Scala's bodies may make each other
     */
    private boolean isMadeInSuspendable(
            ClassInfo info, ClassInfo.LambdaUse use, Set<String> visiting, Set<String> seen) {
        MethodInfo maker = info.methods.get(use.maker);
        if (maker == null) {
            return false;
        }
        if (maker.name.startsWith("<")) {
            return byClass(info, maker);
        }
        return computeDeclared(info, maker, visiting)
                || seen.add(use.maker) && isBodyMadeInSuspendable(info, maker, visiting, seen);
    }

    private boolean isBodyMadeInSuspendable(
            ClassInfo info, MethodInfo body, Set<String> visiting, Set<String> seen) {
        for (ClassInfo.LambdaUse use :
                info.lambdaBodies.getOrDefault(body.name + body.desc, Set.of())) {
            if (isMadeInSuspendable(info, use, visiting, seen)) {
                return true;
            }
        }
        return false;
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

    private boolean byCompiler(ClassInfo info, MethodInfo m, Set<String> visiting) {
        String[] target = MadeMethods.target(info, m);
        ClassInfo owner = target == null ? null : findDeclaring(pool.find(target[0]), target[1]);
        return owner != null && computeDeclared(owner, owner.methods.get(target[1]), visiting);
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

    static boolean samePackage(String a, String b) {
        int i = a.lastIndexOf('/');
        return i == b.lastIndexOf('/') && a.regionMatches(0, b, 0, i + 1);
    }
}
