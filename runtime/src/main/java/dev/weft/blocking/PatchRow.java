package dev.weft.blocking;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One row of the patch table: a method of the JDK and what woven code does in place of calling it.
 * Immutable.
 */
public final class PatchRow {
    private final String type;
    private final String method;
    private final String parameters;
    private final String mode;
    private final String note;

    PatchRow(String type, String method, String parameters, String mode, String note) {
        this.type = Objects.requireNonNull(type);
        this.method = Objects.requireNonNull(method);
        this.parameters = Objects.requireNonNull(parameters);
        this.mode = Objects.requireNonNull(mode);
        this.note = Objects.requireNonNull(note);
    }

    /**
     * The class or interface that declares the original.
     *
     * @return its binary name
     */
    public String type() {
        return type;
    }

    /**
     * The name of the original.
     *
     * @return its name; {@code new} for a constructor
     */
    public String method() {
        return method;
    }

    /**
     * The parameters of the original.
     *
     * @return the types' names, separated by commas; {@code *} for all overloads
     */
    public String parameters() {
        return parameters;
    }

    /**
     * What is done: calls, parks, polls, callback, hand-off, binds, replaced or left alone; in
     * parentheses the option that turns the row on.
     *
     * @return the word that docs/patches.md explains
     */
    public String mode() {
        return mode;
    }

    /**
     * The class of the stand-in or, when left alone, the reason.
     *
     * @return never null
     */
    public String note() {
        return note;
    }

    /**
     * Whether this row is about a method: it declares it, or a supertype's method that it
     * overrides.
     *
     * @param candidate a method of the JDK
     * @return true when calls of it are made as this row says
     */
    public boolean covers(Method candidate) {
        boolean same =
                candidate.getName().equals(method)
                        && (parameters.equals("*")
                                || parameters.equals(names(candidate.getParameterTypes())));
        return same && isSubtype(candidate.getDeclaringClass(), type);
    }

    static String names(Class<?>... types) {
        return Arrays.stream(types).map(Class::getTypeName).collect(Collectors.joining(", "));
    }

    private static boolean isSubtype(Class<?> c, String name) {
        return c != null
                && (c.getName().equals(name)
                        || isSubtype(c.getSuperclass(), name)
                        || Arrays.stream(c.getInterfaces()).anyMatch(i -> isSubtype(i, name)));
    }

    @Override
    public String toString() {
        return type + "." + method + "(" + parameters + "): " + mode + ", " + note;
    }
}
