package dev.weft.weaver.emit;

import dev.weft.weaver.WeaverOptions;
import dev.weft.weaver.analysis.MethodAnalysis;
import dev.weft.weaver.analysis.SuspensionPoint;
import dev.weft.weaver.classify.Callee;
import dev.weft.weaver.classify.Classifier;
import dev.weft.weaver.model.Abi;
import dev.weft.weaver.model.PinReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes the overload and the resume body of one method, and turns the method itself into a bridge.
 */
final class MethodWeaver {
    /** Of a method that the compiler made and that is no bridge. */
    private static final int MADE = Opcodes.ACC_SYNTHETIC;

    private final ClassNode owner;
    private final Classifier classifier;
    private final Pins pins;
    private final Bridges bridges;
    private final WeaverOptions options;
    private final Set<String> compact;
    private final Map<String, String> resumeBodies = new HashMap<>();
    private final FunctionCalls functions;

    /**
     * Prepares to weave a class's methods.
     *
     * @param compact name and descriptor of those that would be too large woven as usual
     */
    MethodWeaver(
            ClassNode owner,
            Classifier classifier,
            Pins pins,
            WeaverOptions options,
            Set<String> compact) {
        this.compact = compact;
        this.owner = owner;
        this.classifier = classifier;
        this.pins = pins;
        this.options = options;
        functions = new FunctionCalls(owner.name, (owner.access & Opcodes.ACC_INTERFACE) != 0);
        bridges = new Bridges(owner.name, owner.access);
    }

    /**
     * Weaves one suspendable method.
     *
     * @return the methods to add; the method itself is changed
     */
    List<MethodNode> weave(MethodNode m) {
        List<MethodNode> added = new ArrayList<>();
        PinReason reason = unweavable(m);
        if ((m.access & Opcodes.ACC_ABSTRACT) != 0) {
            added.add(bridges.virtualAdapter(m));
        } else if (reason != null) {
            pins.add(m, Bridges.firstLine(m), reason, "");
            added.add(bridges.adapter(m));
        } else {
            weaveCode(m, added);
        }
        return added;
    }

    private static PinReason unweavable(MethodNode m) {
        if ((m.access & Opcodes.ACC_NATIVE) != 0) {
            return PinReason.NATIVE;
        }
        return (m.access & Opcodes.ACC_SYNCHRONIZED) != 0 ? PinReason.SYNCHRONIZED_METHOD : null;
    }

    private void weaveCode(MethodNode m, List<MethodNode> added) {
        ObjectRelocation.label(m);
        if (classifier.yieldsInLoops(owner.name)) {
            LoopTurns.insert(m);
        }
        if (options.chaos()) {
            ChaosCalls.insert(m, this::maySuspend);
        }
        MethodAnalysis analysis = new MethodAnalysis(owner.name, m, this::maySuspend);
        if (ObjectRelocation.apply(m, analysis)) {
            analysis = new MethodAnalysis(owner.name, m, this::maySuspend);
        }
        PinReason blocked = blocked(m, analysis);
        if (blocked != null) {
            added.add(bridges.adapter(m));
            return;
        }
        reportPinned(m, analysis);
        MethodNode overload = bridges.overload(m);
        Locals locals = new Locals(m);
        FramePlan plan = new FramePlan(analysis, locals, isCompact(m));
        TailCalls tails = new TailCalls(owner.name, m, analysis, plan, options.tailCalls());
        WovenCall calls = new WovenCall(classifier, owner.name, functions);
        FirstBody.ResumerConstant resumer = null;
        if (!analysis.points().isEmpty()) {
            MethodNode resume = resumeMethod(m);
            new ResumeBody(owner.name, m, analysis, plan, locals, calls, tails).emit(resume);
            added.add(resume);
            resumer = resumerOf(m, resume, analysis.points());
        }
        new FirstBody(owner.name, m, analysis, plan, locals, calls, tails, resumer).emit(overload);
        bridges.addGuard(overload, m);
        added.add(overload);
        bridges.makeBridge(m);
    }

    /** What the woven methods call in place of other languages' function values. */
    FunctionCalls functions() {
        return functions;
    }

    private boolean isCompact(MethodNode m) {
        return options.compact() || compact.contains(m.name + m.desc);
    }

    /** The method that a made one belongs to, by its name and descriptor. */
    String sourceOf(String name, String desc) {
        String resumed = resumeBodies.get(name);
        return resumed != null ? resumed : name + Abi.withoutStack(desc);
    }

    private MethodNode resumeMethod(MethodNode m) {
        int flags = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
        String name = m.name + Abi.RESUME_SUFFIX + resumeBodies.size();
        resumeBodies.put(name, m.name + m.desc);
        String desc = "(L" + Abi.FRAME + ";" + Abi.STACK_DESC + ")V";
        return new MethodNode(
                Opcodes.ASM9, flags, name, desc, null, new String[] {"java/lang/Throwable"});
    }

    private FirstBody.ResumerConstant resumerOf(
            MethodNode m, MethodNode resume, List<SuspensionPoint> points) {
        boolean itf = (owner.access & Opcodes.ACC_INTERFACE) != 0;
        Handle body = new Handle(Opcodes.H_INVOKESTATIC, owner.name, resume.name, resume.desc, itf);
        return new FirstBody.ResumerConstant(body, m.name + m.desc, owner.sourceFile, points);
    }

    /** A suspension that the weaver put in; where it can't be made nothing is lost. */
    private static boolean isInserted(MethodInsnNode call) {
        return call.owner.equals(Abi.CHAOS) || call.owner.equals(Abi.SLICES);
    }

    private boolean maySuspend(MethodInsnNode call) {
        if (isInserted(call)) {
            return true;
        }
        Callee callee = resolve(call);
        // super.m() of a class that is not woven is not what a stand-in stands in for
        boolean superCall = call.getOpcode() == Opcodes.INVOKESPECIAL && callee.isReplaced();
        return callee.call() == Callee.Call.WOVEN && !superCall;
    }

    /** Reports and returns the first reason that keeps the method as a whole from being woven. */
    private PinReason blocked(MethodNode m, MethodAnalysis analysis) {
        for (SuspensionPoint p : analysis.points()) {
            if (ObjectRelocation.isBlocked(p)) {
                pins.add(m, p.line(), PinReason.UNINITIALISED, describe(p.call()));
                return PinReason.UNINITIALISED;
            }
            String hidden = inaccessible(p);
            if (hidden != null) {
                pins.add(m, p.line(), PinReason.INACCESSIBLE_TYPE, hidden);
                return PinReason.INACCESSIBLE_TYPE;
            }
        }
        return null;
    }

    private String inaccessible(SuspensionPoint p) {
        List<Object> types = new ArrayList<>(MethodAnalysis.operandsBelow(p));
        List<Object> locals = p.before().locals();
        p.live().stream().filter(i -> i < locals.size()).forEach(i -> types.add(locals.get(i)));
        Type result = Type.getReturnType(p.call().desc);
        if (Kind.of(result) == Kind.REF) {
            types.add(result.getInternalName());
        }
        for (Object type : types) {
            if (type instanceof String && !classifier.isAccessible((String) type, owner.name)) {
                return (String) type;
            }
        }
        return null;
    }

    private void reportPinned(MethodNode m, MethodAnalysis analysis) {
        for (int i = 0; i < analysis.pinned().size(); i++) {
            MethodInsnNode call = analysis.pinned().get(i);
            if (isInserted(call)) {
                continue;
            }
            pins.add(
                    m, analysis.pinnedLines().get(i), PinReason.SYNCHRONIZED_BLOCK, describe(call));
        }
        int line = 0;
        for (AbstractInsnNode insn : m.instructions) {
            if (insn instanceof LineNumberNode) {
                line = ((LineNumberNode) insn).line;
            } else if (insn instanceof MethodInsnNode) {
                reportUnwovenCallee(m, line, (MethodInsnNode) insn);
            }
        }
    }

    private void reportUnwovenCallee(MethodNode m, int line, MethodInsnNode call) {
        if (resolve(call).call() == Callee.Call.NOT_WOVEN) {
            pins.add(m, line, PinReason.CALLEE_NOT_WOVEN, describe(call));
        }
    }

    /** Reports suspendable calls in constructors and static initialisers. */
    void reportUnweavable(MethodNode m) {
        PinReason reason =
                m.name.equals("<clinit>") ? PinReason.STATIC_INITIALISER : PinReason.CONSTRUCTOR;
        report(m, reason, this::maySuspend);
    }

    /**
     * Reports suspendable calls, not those of the JDK, in a synthetic method that can't suspend.
     */
    void reportUnmarked(MethodNode m) {
        boolean lambda = classifier.isLambdaBody(owner.name, m.name, m.desc);
        boolean made = (m.access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) == MADE;
        if (made && m.name.equals("main") && m.desc.equals("([Ljava/lang/String;)V")) {
            return; // Kotlin's, for a main without parameters: only the JVM calls it
        }
        if ((made || lambda) && !classifier.isSuspendable(owner.name, m.name, m.desc)) {
            report(
                    m,
                    lambda ? PinReason.LAMBDA_INTERFACE : PinReason.SYNTHETIC_METHOD,
                    call -> maySuspend(call) && !resolve(call).isReplaced());
        }
    }

    private void report(MethodNode m, PinReason reason, Predicate<MethodInsnNode> which) {
        int line = 0;
        for (AbstractInsnNode insn : m.instructions) {
            if (insn instanceof LineNumberNode) {
                line = ((LineNumberNode) insn).line;
            } else if (insn instanceof MethodInsnNode && which.test((MethodInsnNode) insn)) {
                pins.add(m, line, reason, describe((MethodInsnNode) insn));
            }
        }
    }

    private Callee resolve(MethodInsnNode call) {
        return classifier.resolve(owner.name, call.owner, call.name, call.desc);
    }

    private static String describe(MethodInsnNode call) {
        return call.owner.replace('/', '.') + "." + call.name + call.desc;
    }
}
