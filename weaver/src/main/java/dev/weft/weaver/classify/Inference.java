package dev.weft.weaver.classify;

import dev.weft.weaver.ClassSource;
import dev.weft.weaver.WeaverOptions;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Computes which methods of a set of classes can reach a suspension, so that these need no
 * annotations.
 *
 * <p>A graph of calls, from bytes only. Seeds are the methods that call what is suspendable already
 * (Weft's own, annotated, declared by a library) or a blocking method of the JDK that has a
 * stand-in. From them the answer spreads to callers. It is conservative, that is, rather too large:
 *
 * <ul>
 *   <li>a virtual call may reach every override in the set; a method and what it overrides are
 *       suspendable together;
 *   <li>a call of a JDK method that is given functions, or of such a function, may reach every
 *       lambda and implementation in the set of that functional interface.
 * </ul>
 *
 * <p>Not followed: reflection and method handles, classes outside of the set, and calls in
 * constructors and static initialisers, which can't suspend anyway.
 */
public final class Inference {
    /** Prefix of the nodes that stand for all implementations of a JDK interface. */
    private static final String JDK = "jdk:";

    private final Classifier classifier;
    private final ClassPool pool;
    private final Map<String, CallGraph> classes = new HashMap<>();

    /** From callee to callers. */
    private final Map<String, Set<String>> callers = new HashMap<>();

    private final Deque<String> reached = new ArrayDeque<>();
    private final Set<String> suspendable = new HashSet<>();

    private Inference(WeaverOptions options, ClassSource source) {
        classifier = new Classifier(options, source);
        pool = new ClassPool(source);
    }

    /**
     * Computes the suspendable methods.
     *
     * @param options the patterns of {@link WeaverOptions#infer()} choose the set; exclusions and
     *     declarations count as in weaving
     * @param source finds all classes referred to
     * @param files the class files that the set is chosen from
     * @return {@code class.name(args)result} with the class's internal name, sorted
     */
    public static Set<String> methods(
            WeaverOptions options, ClassSource source, Collection<byte[]> files) {
        Inference inference = new Inference(options, source);
        Patterns chosen = new Patterns(options.infer());
        for (byte[] file : files) {
            CallGraph graph = CallGraph.read(file);
            if (chosen.matches(graph.name) && !inference.classifier.isExcluded(graph.name)) {
                inference.classes.put(graph.name, graph);
            }
        }
        return inference.run();
    }

    private Set<String> run() {
        for (CallGraph graph : classes.values()) {
            graph.methods.forEach((key, access) -> addMethod(graph, key, access));
            graph.calls.forEach((key, calls) -> calls.forEach(c -> addCall(graph, key, c)));
            graph.lambdas.forEach(form -> addLambda(graph, form));
            addInherited(graph);
        }
        while (!reached.isEmpty()) {
            callers.getOrDefault(reached.poll(), Set.of()).forEach(this::reach);
        }
        Set<String> result = new TreeSet<>();
        for (String node : suspendable) {
            if (!node.startsWith(JDK)) {
                result.add(node);
            }
        }
        return result;
    }

    private void reach(String node) {
        if (suspendable.add(node)) {
            reached.add(node);
        }
    }

    private void edge(String caller, String callee) {
        callers.computeIfAbsent(callee, k -> new HashSet<>()).add(caller);
    }

    private void together(String a, String b) {
        edge(a, b);
        edge(b, a);
    }

    /** The method, what it overrides, and the JDK's interfaces that it implements. */
    private void addMethod(CallGraph graph, String key, int access) {
        String node = graph.name + "." + key;
        if (classifier.isSuspendable(graph.name, nameOf(key), descOf(key))) {
            reach(node);
        }
        boolean virtual = (access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0;
        if (!virtual || key.startsWith("<")) {
            return;
        }
        for (String above : supertypes(graph.name, new HashSet<>())) {
            CallGraph declaring = classes.get(above);
            if (declaring != null && declaring.methods.containsKey(key)) {
                together(node, above + "." + key);
            }
        }
        String implemented = classifier.companionOwner(graph.name, key);
        if (implemented != null) {
            edge(JDK + implemented, node);
        }
    }

    /** A class may inherit the method that implements an interface of its own. */
    private void addInherited(CallGraph graph) {
        for (String above : supertypes(graph.name, new HashSet<>())) {
            CallGraph declared = classes.get(above);
            if (declared == null || !declared.isInterface()) {
                continue;
            }
            for (String key : declared.methods.keySet()) {
                String inherited = inClasses(graph.name, key);
                if (inherited != null) {
                    together(inherited, above + "." + key);
                }
            }
        }
    }

    private String inClasses(String start, String key) {
        CallGraph c = classes.get(start);
        while (c != null && !c.methods.containsKey(key)) {
            c = classes.get(c.superName);
        }
        return c == null || c.isInterface() ? null : c.name + "." + key;
    }

    private void addCall(CallGraph graph, String caller, String[] call) {
        if (!caller.startsWith("<")) {
            addCall(graph.name, graph.name + "." + caller, call);
        }
    }

    private void addCall(String from, String caller, String[] call) {
        if (classifier.constructionSuspends(from, call[0], call[1] + call[2])) {
            reach(caller);
        }
        Callee callee = classifier.resolve(from, call[0], call[1], call[2]);
        if (callee.isHandleCall()) {
            return;
        }
        if (callee.function() != null) {
            edge(caller, JDK + callee.function().owner());
        } else if (callee.standInDesc() != null && callee.onlyCalls()) {
            for (Type type : Type.getArgumentTypes(callee.standInDesc())) {
                addFunctions(caller, type);
            }
        } else if (callee.call() != Callee.Call.PLAIN) {
            reach(caller);
        } else {
            String declared = declaring(call[0], call[1] + call[2], new HashSet<>());
            if (declared != null) {
                edge(caller, declared);
            }
        }
    }

    private void addFunctions(String caller, Type type) {
        if (type.getSort() == Type.OBJECT) {
            edge(caller, JDK + type.getInternalName());
            supertypes(type.getInternalName(), new HashSet<>())
                    .forEach(above -> edge(caller, JDK + above));
        }
    }

    /** What calls the interface's method may call the body. */
    private void addLambda(CallGraph graph, LambdaForm form) {
        String owner = classifier.companionOwner(form.interfaceName(), form.methodKey());
        String node =
                owner != null
                        ? JDK + owner
                        : declaring(form.interfaceName(), form.methodKey(), new HashSet<>());
        if (node != null && !form.body().getName().startsWith("<")) {
            addCall(
                    graph.name,
                    node,
                    new String[] {
                        form.body().getOwner(), form.body().getName(), form.body().getDesc()
                    });
        }
    }

    /** The method of the set that a call names; null when it is declared outside. */
    private String declaring(String owner, String key, Set<String> seen) {
        CallGraph graph = classes.get(owner);
        if (graph == null || !seen.add(owner)) {
            return null;
        }
        if (graph.methods.containsKey(key)) {
            return owner + "." + key;
        }
        for (String above : graph.supertypes()) {
            String found = declaring(above, key, seen);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Set<String> supertypes(String name, Set<String> into) {
        ClassInfo info = pool.find(name);
        if (info != null) {
            for (String above : info.supertypes()) {
                if (into.add(above)) {
                    supertypes(above, into);
                }
            }
        }
        return into;
    }

    private static String nameOf(String key) {
        return key.substring(0, key.indexOf('('));
    }

    private static String descOf(String key) {
        return key.substring(key.indexOf('('));
    }
}
