package dev.weft.it.world;

import dev.weft.weaver.model.ClassReport;
import dev.weft.weaver.model.PinReason;
import dev.weft.weaver.model.PinSite;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** What became of each method that was read: every one is counted once. Not thread-safe. */
final class Census {
    private static final Set<PinReason> OF_METHODS =
            EnumSet.of(
                    PinReason.SYNCHRONIZED_METHOD,
                    PinReason.NATIVE,
                    PinReason.TOO_LARGE,
                    PinReason.TOO_MANY_PARAMETERS,
                    PinReason.UNINITIALISED,
                    PinReason.INACCESSIBLE_TYPE,
                    PinReason.OLD_CLASS_FILE,
                    PinReason.INTERNAL_ERROR,
                    PinReason.UNSUPPORTED);

    private static final String LEFT_OUT = "LEFT OUT";

    private final Map<String, Integer> methods = new TreeMap<>();
    private final Map<PinReason, Integer> calls = new EnumMap<>(PinReason.class);
    private final Map<Integer, Integer> versions = new TreeMap<>();
    private int total;

    void add(byte[] classFile, ClassReport report) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.SKIP_CODE);
        versions.merge(node.version & 0xffff, 1, Integer::sum);
        Map<String, PinReason> pinned = new HashMap<>();
        for (PinSite site : report.pins()) {
            if (OF_METHODS.contains(site.reason())) {
                pinned.put(site.method(), site.reason());
            } else {
                calls.merge(site.reason(), 1, Integer::sum);
            }
        }
        Set<String> woven = new HashSet<>(report.woven());
        for (MethodNode m : node.methods) {
            total++;
            boolean element = (node.access & Opcodes.ACC_ANNOTATION) != 0;
            String fate = fate(m, woven, pinned);
            methods.merge(
                    element && fate.equals(LEFT_OUT) ? "as it was: element of an annotation" : fate,
                    1,
                    Integer::sum);
        }
    }

    private static String fate(MethodNode m, Set<String> woven, Map<String, PinReason> pinned) {
        String key = m.name + m.desc;
        if (pinned.containsKey(key)) {
            return "pinned: " + pinned.get(key);
        } else if (woven.contains(key)) {
            return (m.access & Opcodes.ACC_ABSTRACT) != 0 ? "woven: abstract" : "woven";
        } else if (m.name.startsWith("<")) {
            return "as it was: constructor or static initialiser";
        } else if (Type.getArgumentsAndReturnSizes(m.desc) >> 2 >= 255) {
            return "pinned: " + PinReason.TOO_MANY_PARAMETERS;
        }
        return (m.access & Opcodes.ACC_SYNTHETIC) != 0
                ? "as it was: synthetic, not suspendable"
                : LEFT_OUT;
    }

    int total() {
        return total;
    }

    int count(String fate) {
        return methods.getOrDefault(fate, 0);
    }

    /** Methods that nothing explains. */
    int leftOut() {
        return count(LEFT_OUT);
    }

    int internalErrors() {
        return count("pinned: " + PinReason.INTERNAL_ERROR);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("methods: " + total + "\n");
        methods.forEach((fate, n) -> text.append(String.format("  %-50s %8d%n", fate, n)));
        text.append("calls that pin, in woven methods and initialisers:\n");
        calls.forEach((reason, n) -> text.append(String.format("  %-50s %8d%n", reason, n)));
        text.append("class file versions: ").append(versions).append('\n');
        return text.toString();
    }
}
