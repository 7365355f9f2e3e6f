package dev.weft.weaver.classify;

import dev.weft.weaver.ClassSource;
import dev.weft.weaver.Weaver;
import dev.weft.weaver.model.WeaveException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What libraries declare suspendable without an annotation, in {@code META-INF/weft/suspendables}:
 * one line a pattern of classes, {@code com.acme.db.**}, or of classes and a method, {@code
 * com.acme.Client#query} (all overloads). Empty lines and what follows a {@code #} that begins a
 * word are left out. Immutable.
 */
public final class Declarations {
    private static final String PATH = Weaver.DECLARATIONS;

    private final List<Line> lines = new ArrayList<>();

    /**
     * Reads all of them.
     *
     * @param source one set of classes and resources
     * @throws WeaveException when a line is malformed
     */
    public Declarations(ClassSource source) {
        for (byte[] file : source.resources(PATH)) {
            int number = 0;
            for (String line : new String(file, StandardCharsets.UTF_8).split("\\R")) {
                add(line, ++number);
            }
        }
    }

    private void add(String line, int number) {
        String text = line.replaceFirst("(^|\\s)#.*", "").trim();
        if (text.isEmpty()) {
            return;
        }
        if (!text.matches("[^\\s#(]+(#[^\\s#(.]+)?")) {
            throw new WeaveException(
                    PATH
                            + ", line "
                            + number
                            + ": '"
                            + text
                            + "' is neither a pattern of classes such as com.acme.**"
                            + " nor class#method");
        }
        int hash = text.indexOf('#');
        String type = hash < 0 ? text : text.substring(0, hash);
        lines.add(
                new Line(new Patterns(List.of(type)), hash < 0 ? null : text.substring(hash + 1)));
    }

    boolean matches(String type, String method) {
        for (Line line : lines) {
            if ((line.method == null || line.method.equals(method)) && line.types.matches(type)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a library declares the class, or some method of it, suspendable.
     *
     * @param type internal name
     * @return true when a line matches
     */
    public boolean matchesClass(String type) {
        for (Line line : lines) {
            if (line.types.matches(type)) {
                return true;
            }
        }
        return false;
    }

    private static final class Line {
        private final Patterns types;

        /** Null for all methods. */
        private final String method;

        Line(Patterns types, String method) {
            this.types = types;
            this.method = method;
        }
    }
}
