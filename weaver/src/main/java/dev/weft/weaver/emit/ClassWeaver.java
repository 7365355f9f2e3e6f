package dev.weft.weaver.emit;

import dev.weft.weaver.WeaverOptions;
import dev.weft.weaver.classify.Classifier;
import dev.weft.weaver.classify.Replacements;
import dev.weft.weaver.model.Abi;
import dev.weft.weaver.model.ClassFiles;
import dev.weft.weaver.model.ClassReport;
import dev.weft.weaver.model.PinReason;
import dev.weft.weaver.model.WeaveException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Weaves one class file. A method that gets too large is woven again as pinned, alone. */
public final class ClassWeaver {
    private final Classifier classifier;
    private final WeaverOptions options;
    private final byte[] classFile;
    private final Set<String> tooLarge = new HashSet<>();
    private final Set<String> compact = new HashSet<>();
    private MethodWeaver methods;
    private final Map<String, String> failed = new HashMap<>();
    private Pins pins;
    private Pins blocking;
    private List<String> woven;

    /**
     * Prepares to weave a class.
     *
     * @param classifier decides what is suspendable
     * @param options how to weave
     * @param classFile the bytes; not modified
     */
    public ClassWeaver(Classifier classifier, WeaverOptions options, byte[] classFile) {
        this.classifier = classifier;
        this.options = options;
        this.classFile = classFile.clone();
    }

    /**
     * Weaves it.
     *
     * @return the woven bytes, or null when nothing had to change
     */
    public byte[] weave() {
        String name = ClassFiles.headerReader(classFile).getClassName();
        pins = new Pins(name);
        woven = new ArrayList<>();
        int version = ClassFiles.major(classFile);
        if (classifier.isExcluded(name)) {
            return null;
        }
        checkVersion(name, version);
        ClassReader reader = new ClassReader(classFile);
        for (; ; ) {
            pins = new Pins(name);
            woven = new ArrayList<>();
            ClassNode node = new ClassNode(Opcodes.ASM9);
            reader.accept(node, ClassReader.EXPAND_FRAMES);
            if (isWoven(node) || ClassFiles.isTooOld(classFile) && reportOld(node)) {
                return null;
            }
            int failures = failed.size();
            boolean changed = weave(node);
            if (failed.size() > failures) {
                continue;
            }
            if (!changed) {
                return null;
            }
            node.version = Math.max(version, ClassFiles.LOWEST_WOVEN);
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            node.accept(writer);
            try {
                return writer.toByteArray();
            } catch (MethodTooLargeException e) {
                shrink(e);
            }
        }
    }

    /**
     * What was done.
     *
     * @return valid after {@link #weave()}
     */
    public ClassReport report() {
        return new ClassReport(
                ClassFiles.headerReader(classFile).getClassName().replace('/', '.'),
                woven,
                pins.sites(),
                woven.isEmpty() ? List.of() : blocking.sites());
    }

    private static void checkVersion(String name, int version) {
        if (version > ClassFiles.NEWEST) {
            throw new WeaveException(
                    "class "
                            + name.replace('/', '.')
                            + ": its class file version "
                            + version
                            + " is newer than "
                            + ClassFiles.NEWEST
                            + " (Java 25), the newest that this Weft knows; compile it with --release 25 or"
                            + " lower, or use a newer Weft");
        }
    }

    private boolean reportOld(ClassNode node) {
        for (MethodNode m : node.methods) {
            if (classifier.isSuspendable(node.name, m.name, m.desc)) {
                pins.add(m, 0, PinReason.OLD_CLASS_FILE, "");
            }
        }
        return true;
    }

    private static boolean isWoven(ClassNode node) {
        return node.fields.stream().anyMatch(f -> f.name.equals(Abi.MARKER));
    }

    /** First smaller code; then that method alone stays as it is. */
    private void shrink(MethodTooLargeException e) {
        String method = methods.sourceOf(e.getMethodName(), e.getDescriptor());
        if (!compact.add(method) && !tooLarge.add(method)) {
            throw e;
        }
    }

    private boolean weave(ClassNode node) {
        MethodWeaver weaver = new MethodWeaver(node, classifier, pins, options, compact);
        methods = weaver;
        LambdaSites lambdas = new LambdaSites(node, classifier);
        Bridges bridges = new Bridges(node.name, node.access);
        blocking = new Pins(node.name);
        BlockingCalls.list(node, classifier, blocking);
        boolean changed = replace(node);
        List<MethodNode> added = new ArrayList<>();
        for (MethodNode m : node.methods) {
            changed |= lambdas.rewrite(m);
            if (m.name.startsWith("<")) {
                weaver.reportUnweavable(m);
            } else if (classifier.isSuspendable(node.name, m.name, m.desc)) {
                changed = true;
                addCompanion(node, m);
                weaveMethod(node, m, weaver, bridges, added);
            } else if (classifier.lacksRoom(node.name, m.name, m.desc)) {
                pins.add(m, 0, PinReason.TOO_MANY_PARAMETERS, "");
            }
        }
        for (MethodNode body : lambdas.bodies()) {
            weaveMethod(node, body, weaver, bridges, added);
            added.add(body);
        }
        addFunctionCalls(node, weaver, bridges, added);
        if (!woven.isEmpty()) {
            node.methods.forEach(weaver::reportUnmarked);
        }
        if (changed) {
            node.methods.addAll(added);
            mark(node);
        }
        return changed;
    }

    /** What is woven of them may call more of them. */
    private void addFunctionCalls(
            ClassNode node, MethodWeaver weaver, Bridges bridges, List<MethodNode> added) {
        FunctionCalls functions = weaver.functions();
        for (MethodNode m = functions.nextToWeave(); m != null; m = functions.nextToWeave()) {
            weaveMethod(node, m, weaver, bridges, added);
            added.add(m);
        }
        added.addAll(functions.complete());
    }

    private boolean replace(ClassNode node) {
        boolean suspendable =
                node.methods.stream()
                        .anyMatch(m -> classifier.isSuspendable(node.name, m.name, m.desc));
        Replacements replacements = classifier.replacements(node.name, suspendable);
        return replacements != null && new Replacing(node, replacements, pins).apply();
    }

    private void weaveMethod(
            ClassNode node,
            MethodNode m,
            MethodWeaver weaver,
            Bridges bridges,
            List<MethodNode> added) {
        MethodNode byHand = find(node, m.name, Abi.withStack(m.desc));
        boolean instance = (m.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0;
        if ((node.access & Opcodes.ACC_INTERFACE) != 0 && instance) {
            added.add(bridges.callHelper(m));
        }
        if (byHand != null) {
            byHand.access |= Opcodes.ACC_SYNTHETIC;
        } else if (tooLarge.contains(m.name + m.desc)) {
            pins.add(m, 0, PinReason.TOO_LARGE, "");
            added.add(bridges.adapter(m));
        } else if (failed.containsKey(m.name + m.desc)) {
            pins.add(m, 0, PinReason.INTERNAL_ERROR, failed.get(m.name + m.desc));
            added.add(bridges.adapter(m));
        } else {
            weaveOrNoteFailure(m, weaver, added);
        }
    }

    /**
     * A bug of the weaver costs the one method: callers rely on its overload, so the class is woven
     * again with an adapter in its place.
     */
    private void weaveOrNoteFailure(MethodNode m, MethodWeaver weaver, List<MethodNode> added) {
        String key = m.name + m.desc;
        try {
            List<MethodNode> made = weaver.weave(m);
            added.addAll(made);
            if (made.stream().anyMatch(x -> x.name.startsWith(m.name + Abi.RESUME_SUFFIX))
                    || !isAdapter(m)) {
                woven.add(key);
            }
        } catch (RuntimeException e) {
            failed.put(key, String.valueOf(e));
        }
    }

    private boolean isAdapter(MethodNode m) {
        boolean pinnedWhole = (m.access & (Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_NATIVE)) != 0;
        return pinnedWhole || pins.isBlocked(m);
    }

    /** A class that implements a JDK interface's method as a woven one says so (see StandIn). */
    private void addCompanion(ClassNode node, MethodNode m) {
        boolean instance =
                (m.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_ABSTRACT)) == 0;
        String companion = instance ? classifier.companion(node.name, m.name + m.desc) : null;
        if (companion != null && !node.interfaces.contains(companion)) {
            node.interfaces.add(companion);
        }
    }

    private static MethodNode find(ClassNode node, String name, String desc) {
        for (MethodNode m : node.methods) {
            if (m.name.equals(name) && m.desc.equals(desc)) {
                return m;
            }
        }
        return null;
    }

    private void mark(ClassNode node) {
        boolean itf = (node.access & Opcodes.ACC_INTERFACE) != 0;
        if (!itf) {
            SerialVersions.keep(node, classFile, classifier);
        }
        int access = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;
        access |= itf ? Opcodes.ACC_PUBLIC : Opcodes.ACC_PRIVATE;
        node.fields.add(new FieldNode(Opcodes.ASM9, access, Abi.MARKER, "I", null, Abi.VERSION));
    }
}
