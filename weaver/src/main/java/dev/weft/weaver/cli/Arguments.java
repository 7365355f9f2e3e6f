package dev.weft.weaver.cli;

import dev.weft.weaver.PatternOption;
import dev.weft.weaver.WeaverOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The command line's arguments, checked. */
final class Arguments {
    static final String USAGE =
            "Usage: java -jar weft-weaver.jar [options] <in> <out>\n"
                    + "\n"
                    + "Weaves the suspendable methods of the classes in <in>, a folder or a jar, into <out>.\n"
                    + "<out> may be <in>. Nothing is written when a class can't be woven.\n"
                    + "\n"
                    + "  -cp, --class-path PATH   folders and jars that the classes refer to\n"
                    + "  --suspendable PATTERNS   classes whose methods are all suspendable, separated by commas;\n"
                    + "                           * within a name, ** across names: com.acme.**\n"
                    + "  --infer PATTERNS         classes of which it is computed what can suspend; only that is woven\n"
                    + "  --declare FILE           write what was inferred, as META-INF/weft/suspendables has it\n"
                    + "  --exclude PATTERNS       classes not to weave\n"
                    + "  --patch PATTERNS         classes in which blocking calls are replaced, by default all that\n"
                    + "                           are woven; !PATTERN for classes in which they are not\n"
                    + "  --threads PATTERNS       classes whose threads, executors and timers become fibers\n"
                    + "  --monitors PATTERNS      classes whose synchronized belongs to the fiber\n"
                    + "  --yield-loops PATTERNS   classes whose loops yield when a fiber's time slice is used\n"
                    + "  --chaos                  suspend and resume at every suspendable call (for tests)\n"
                    + "  --tail-calls             no frame for a method whose last call suspends: it is missing in traces\n"
                    + "  --report FILE            write what was woven and what stays pinned, and why\n"
                    + "  --unsign                 remove the signature of a signed jar\n"
                    + "  --quiet                  print errors only\n"
                    + "  --help                   print this\n"
                    + "\n"
                    + "Exit status: 0 done; 1 a class can't be woven; 2 wrong arguments; 3 can't read or write.\n";

    private final WeaverOptions.Builder options = WeaverOptions.builder();
    private final List<Path> classPath = new ArrayList<>();
    private final List<Path> operands = new ArrayList<>();
    private Path report;
    private Path declare;
    private boolean unsign;
    private boolean quiet;
    private boolean help;

    private Arguments() {}

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    static Arguments parse(String... args) {
        Arguments result = new Arguments();
        Iterator<String> rest = Arrays.asList(args).iterator();
        while (rest.hasNext()) {
            String arg = rest.next();
            if (arg.startsWith("-")) {
                result.option(arg, rest);
            } else {
                result.operands.add(path(arg));
            }
        }
        if (!result.help) {
            result.check();
        }
        return result;
    }

    private void option(String arg, Iterator<String> rest) {
        for (PatternOption option : PatternOption.values()) {
            if (arg.equals("--" + option.text())) {
                addPatterns(option, arg, value(arg, rest));
                return;
            }
        }
        switch (arg) {
            case "-cp":
            case "--class-path":
                addClassPath(value(arg, rest));
                break;
            case "--declare":
                declare = path(value(arg, rest));
                break;
            case "--report":
                report = path(value(arg, rest));
                break;
            default:
                flag(arg);
        }
    }

    private void flag(String arg) {
        switch (arg) {
            case "--chaos":
                options.chaos(true);
                break;
            case "--tail-calls":
                options.tailCalls(true);
                break;
            case "--unsign":
                unsign = true;
                break;
            case "--quiet":
                quiet = true;
                break;
            case "-h":
            case "--help":
                help = true;
                break;
            default:
                throw new IllegalArgumentException("unknown option " + arg);
        }
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private void addPatterns(PatternOption option, String arg, String list) {
        for (String pattern : list.split(",", -1)) {
            if (pattern.isBlank()) {
                throw new IllegalArgumentException(
                        arg + " has an empty pattern in \"" + list + "\"");
            }
            option.check(pattern.trim());
            options.add(option, pattern.trim());
        }
    }

    private void addClassPath(String list) {
        for (String entry : list.split(File.pathSeparator)) {
            if (entry.isEmpty()) {
                continue;
            }
            Path path = path(entry);
            if (!Files.exists(path)) {
                throw new IllegalArgumentException("class path entry " + entry + " does not exist");
            }
            classPath.add(path);
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("not a path: " + text, e);
        }
    }

    private void check() {
        if (operands.size() != 2) {
            throw new IllegalArgumentException(
                    "needs <in> and <out>, got " + operands.size() + " of them");
        }
        if (declare != null && options().infer().isEmpty()) {
            throw new IllegalArgumentException("--declare needs --infer");
        }
        if (!Files.exists(in())) {
            throw new IllegalArgumentException(in() + " does not exist");
        }
        boolean folder = Files.isDirectory(in());
        if (Files.exists(out()) && Files.isDirectory(out()) != folder) {
            throw new IllegalArgumentException(
                    folder
                            ? out() + " is a file, " + in() + " a folder"
                            : out() + " is a folder, " + in() + " a file");
        }
        Path from = in().toAbsolutePath().normalize();
        Path to = out().toAbsolutePath().normalize();
        if (folder && !from.equals(to) && to.startsWith(from)) {
            throw new IllegalArgumentException(out() + " lies inside of " + in());
        }
    }

    Path in() {
        return operands.get(0);
    }

    Path out() {
        return operands.get(1);
    }

    WeaverOptions options() {
        return options.build();
    }

    List<Path> classPath() {
        return classPath;
    }

    /** Where the report goes; null for nowhere. */
    Path report() {
        return report;
    }

    /** Where what is inferred goes; null for nowhere. */
    Path declare() {
        return declare;
    }

    boolean unsign() {
        return unsign;
    }

    boolean quiet() {
        return quiet;
    }

    boolean help() {
        return help;
    }
}
