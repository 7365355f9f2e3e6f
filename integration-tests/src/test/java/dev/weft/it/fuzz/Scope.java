package dev.weft.it.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The variables that a point of a generated program can see. */
final class Scope {
    /** One variable. */
    static final class Variable {
        final Type type;
        final String name;
        final boolean fixed;

        Variable(Type type, String name, boolean fixed) {
            this.type = type;
            this.name = name;
            this.fixed = fixed;
        }
    }

    private final List<Variable> variables = new ArrayList<>();
    private final boolean instance;

    /** Labels of enclosing loops, innermost last; empty in a lambda. */
    final List<String> labels = new ArrayList<>();

    /** What {@code return} must give; null where return is not allowed. */
    final Type result;

    Scope(Type result, boolean instance) {
        this.result = result;
        this.instance = instance;
    }

    /** A block inside. */
    Scope nested() {
        Scope inner = new Scope(result, instance);
        inner.variables.addAll(variables);
        inner.labels.addAll(labels);
        return inner;
    }

    /** The body of a lambda: sees what is effectively final. */
    Scope lambda(Type lambdaResult) {
        Scope inner = new Scope(lambdaResult, instance);
        variables.stream().filter(v -> v.fixed).forEach(inner.variables::add);
        return inner;
    }

    /**
     * The body of a method of a class inside: sees what is effectively final; {@code this} is
     * another.
     *
     * @param bodyResult what {@code return} must give; null where it may not be written
     */
    Scope inner(Type bodyResult) {
        Scope inner = new Scope(bodyResult, false);
        variables.stream().filter(v -> v.fixed).forEach(inner.variables::add);
        return inner;
    }

    /** The block of a switch expression: it sees everything, and nothing may jump out of it. */
    Scope enclosed() {
        Scope inner = new Scope(null, instance);
        inner.variables.addAll(variables);
        return inner;
    }

    boolean instance() {
        return instance;
    }

    void add(Type type, String name, boolean fixed) {
        variables.add(new Variable(type, name, fixed));
    }

    List<Variable> all(Predicate<Variable> filter) {
        return variables.stream().filter(filter).collect(Collectors.toList());
    }
}
