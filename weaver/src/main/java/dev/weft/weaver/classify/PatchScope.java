package dev.weft.weaver.classify;

import dev.weft.weaver.PatternOption;
import dev.weft.weaver.WeaverOptions;
import java.util.List;
import java.util.stream.Collectors;

/**
 * In which classes which rows of the patch table are on. A scope is a set of bits: a row is on in a
 * class when the class's scope has the row's bit. Immutable.
 */
final class PatchScope {
    /** Rows that call the user's function with the stack; always on. */
    static final int CALLS = 1;

    /** Rows for blocking calls; on unless the option {@code patch} leaves the class out. */
    static final int PATCH = 2;

    /** Rows of the option {@code threads}. */
    static final int THREADS = 4;

    /** Rows of the option {@code monitors}. */
    static final int MONITORS = 8;

    /** Rows for synchronizers of users, which record who owns them. */
    static final int OWNERS = 16;

    static final int ALL = CALLS | PATCH | THREADS | MONITORS | OWNERS;

    /**
     * What the stand-ins themselves are made of: there the JDK's objects are made as written, since
     * a stand-in's own lock can't be made of stand-ins.
     */
    private static final String[] RUNTIME = {
        "dev/weft/woven/",
        "dev/weft/continuation/",
        "dev/weft/fiber/",
        "dev/weft/concurrent/",
        "dev/weft/blocking/"
    };

    private final Patterns suspendable;
    private final Patterns included;
    private final Patterns excluded;
    private final Patterns threads;
    private final Patterns monitors;

    PatchScope(WeaverOptions options) {
        suspendable = new Patterns(options.suspendable());
        included = new Patterns(texts(options, false));
        excluded = new Patterns(texts(options, true));
        threads = new Patterns(options.patterns(PatternOption.THREADS));
        monitors = new Patterns(options.patterns(PatternOption.MONITORS));
    }

    private static List<String> texts(WeaverOptions options, boolean negated) {
        return options.patterns(PatternOption.PATCH).stream()
                .filter(p -> p.startsWith("!") == negated)
                .map(p -> negated ? p.substring(1) : p)
                .collect(Collectors.toList());
    }

    static int bit(String name) {
        switch (name) {
            case "THREADS":
                return THREADS;
            case "MONITORS":
                return MONITORS;
            case "OWNERS":
                return OWNERS;
            default:
                return PATCH;
        }
    }

    /** The scope of a class, for calls in its suspendable methods. */
    int of(String type) {
        int bits = CALLS;
        boolean inside = included.isEmpty() || included.matches(type);
        if (inside && !excluded.matches(type)) {
            bits |= PATCH;
        }
        if (threads.matches(type)) {
            bits |= THREADS;
        }
        if (monitors.matches(type)) {
            bits |= MONITORS;
        }
        return bits;
    }

    /** The scope of a class, for all of its methods; 0 when they are left as they are. */
    int everywhere(String type, boolean hasSuspendable) {
        for (String prefix : RUNTIME) {
            if (type.startsWith(prefix)) {
                return 0;
            }
        }
        int bits = of(type);
        boolean named = included.matches(type) || bits > PATCH + CALLS || suspendable.matches(type);
        return hasSuspendable || named ? bits : 0;
    }
}
