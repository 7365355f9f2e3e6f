package dev.weft.agent;

import dev.weft.weaver.PatternOption;
import dev.weft.weaver.WeaverOptions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * What stands behind {@code -javaagent:weft-agent.jar=}: options separated by commas, each {@code
 * name} or {@code name=value}; patterns in a value are separated by colons. Neither needs quoting
 * in a shell, and neither can be part of a class name. Anything unknown, repeated or empty is an
 * error.
 */
final class AgentOptions {
    static final String KNOWN =
            "suspendable=PATTERN[:PATTERN]*, exclude=PATTERN[:PATTERN]*, patch=[!]PATTERN[:[!]PATTERN]*,"
                    + " threads=PATTERN[:PATTERN]*, monitors=PATTERN[:PATTERN]*, yield-loops=PATTERN[:PATTERN]*,"
                    + " chaos, tail-calls, http-copy=false, verbose, strict, report=FILE, dump=FOLDER";

    private final WeaverOptions.Builder weaver = WeaverOptions.builder();
    private boolean verbose;
    private boolean strict;
    private boolean copiesHttp = true;
    private Path report;
    private Path dump;

    private AgentOptions() {}

    /**
     * Reads the options.
     *
     * @param text null or empty for none
     * @throws OptionException with a message for the user
     */
    static AgentOptions parse(String text) {
        AgentOptions options = new AgentOptions();
        if (text == null || text.isEmpty()) {
            return options;
        }
        Set<String> seen = new HashSet<>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            if (!seen.add(name)) {
                throw new OptionException(
                        "Weft: agent option " + name + " is given twice in \"" + text + "\"");
            }
            options.set(name, equals < 0 ? null : part.substring(equals + 1));
        }
        return options;
    }

    private void set(String name, String value) {
        for (PatternOption option : PatternOption.values()) {
            if (option.text().equals(name)) {
                patterns(option, value);
                return;
            }
        }
        switch (name) {
            case "chaos":
                weaver.chaos(flag(name, value));
                break;
            case "tail-calls":
                weaver.tailCalls(flag(name, value));
                break;
            case "verbose":
                verbose = flag(name, value);
                break;
            case "strict":
                strict = flag(name, value);
                break;
            case "http-copy":
                copiesHttp = flag(name, value);
                break;
            case "report":
                report = path(name, value);
                break;
            case "dump":
                dump = path(name, value);
                break;
            default:
                throw new OptionException(
                        "Weft: unknown agent option \""
                                + name
                                + "\"; there are, separated by commas: "
                                + KNOWN);
        }
    }

    private void patterns(PatternOption option, String value) {
        if (option == PatternOption.INFER) {
            throw new OptionException(
                    "Weft: the agent sees one class at a time and can't infer; infer with the Maven plugin"
                            + " or weft-weaver.jar, with --declare, and put the file on the class path as"
                            + " META-INF/weft/suspendables");
        }
        String name = option.text();
        for (String pattern : required(name, value).split(":", -1)) {
            try {
                option.check(pattern);
            } catch (IllegalArgumentException e) {
                throw new OptionException(
                        "Weft: agent option " + e.getMessage() + "; a colon between patterns");
            }
            weaver.add(option, pattern);
        }
    }

    private static boolean flag(String name, String value) {
        if (value == null || value.equals("true")) {
            return true;
        }
        if (value.equals("false")) {
            return false;
        }
        throw new OptionException(
                "Weft: agent option " + name + " is true or false, not \"" + value + "\"");
    }

    private static String required(String name, String value) {
        if (value == null || value.isEmpty()) {
            throw new OptionException(
                    "Weft: agent option " + name + " needs a value: " + name + "=...");
        }
        return value;
    }

    private static Path path(String name, String value) {
        try {
            return Path.of(required(name, value));
        } catch (InvalidPathException e) {
            throw new OptionException("Weft: agent option " + name + ": not a path: " + value);
        }
    }

    /** For the agent's own additions. */
    WeaverOptions.Builder weaver() {
        return weaver;
    }

    boolean verbose() {
        return verbose;
    }

    boolean strict() {
        return strict;
    }

    /** Whether a woven copy of the JDK's HTTP client is made when it is needed. */
    boolean copiesHttp() {
        return copiesHttp;
    }

    /** Null for none. */
    Path report() {
        return report;
    }

    /** Null for none. */
    Path dump() {
        return dump;
    }
}
