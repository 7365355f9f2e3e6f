package dev.weft.it;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Differential test of the weaver: a program runs unwoven, woven without suspending (pinned and not),
 * woven with every leaf suspending, and woven with a suspension forced at every suspendable call. Result,
 * exception, trace of side effects and output must be equal.
 *
 * <p>A program is a class with a suspendable {@code public static Object run()}. Not thread-safe:
 * standard output is replaced during a run.
 */
public final class ThreeWay {
    private final Classes classes;
    private final Map<Mode, WovenLoader> loaders = new EnumMap<>(Mode.class);
    private final Weaving plain;
    private final Weaving chaos;

    /** Weaves, checks and links the set in each mode. */
    public ThreeWay(Classes classes) {
        this.classes = classes;
        plain = Weaving.of(classes, false);
        chaos = Weaving.of(classes, true);
        for (Mode mode : Mode.values()) {
            WovenLoader loader = new WovenLoader(files(mode));
            loader.linkAll();
            loaders.put(mode, loader);
        }
    }

    /** What the weaver reported for the set, without chaos. */
    Weaving weaving() {
        return plain;
    }

    WovenLoader loader(Mode mode) {
        return loaders.get(mode);
    }

    /**
     * Runs one program in all modes.
     *
     * @param className with the {@code run()} method
     * @return the outcomes, equal in what can be observed
     * @throws AssertionError when they differ
     */
    public Map<Mode, Outcome> check(String className) {
        Map<Mode, Outcome> outcomes = new EnumMap<>(Mode.class);
        for (Mode mode : Mode.values()) {
            outcomes.put(mode, run(mode, className));
        }
        List<String> differing = new ArrayList<>();
        Outcome expected = outcomes.get(Mode.UNWOVEN);
        for (Outcome outcome : outcomes.values()) {
            if (!outcome.observed().equals(expected.observed())) {
                differing.add(outcome.toString());
            }
        }
        if (!differing.isEmpty()) {
            throw new AssertionError(className + " differs\nexpected " + expected + "\n" + String.join("\n", differing)
                    + "\npins: " + plain.pins());
        }
        return outcomes;
    }

    /** Runs one program in one mode. */
    Outcome run(Mode mode, String className) {
        Method entry = entry(mode, className);
        DriverStack stack = new DriverStack(mode == Mode.SUSPENDING);
        SuspendingCall.reset();
        Trace.take();
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        String result;
        String thrownAt = "";
        try {
            result = "returns " + Values.render(mode.driven ? stack.drive(s -> invoke(entry, s)) : invoke(entry));
        } catch (VirtualMachineError | LinkageError e) {
            throw new AssertionError(className + " in mode " + mode, e);
        } catch (Throwable thrown) {
            result = "throws " + Values.render(thrown);
            thrownAt = ownFrame(thrown);
        } finally {
            System.setOut(out);
        }
        List<String> trace = Trace.take();
        trace.add("out=" + printed.toString(StandardCharsets.UTF_8));
        return new Outcome(mode, result, thrownAt, trace, stack.suspensions(), SuspendingCall.pinned());
    }

    private Map<String, byte[]> files(Mode mode) {
        return !mode.woven ? classes.files() : mode.chaos ? chaos.files() : plain.files();
    }

    private Method entry(Mode mode, String className) {
        try {
            Class<?> main = loaders.get(mode).loadClass(className);
            Method entry = mode.driven
                    ? main.getDeclaredMethod("run", dev.weft.woven.Stack.class)
                    : main.getDeclaredMethod("run");
            entry.setAccessible(true);
            return entry;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(className + " has no entry in mode " + mode, e);
        }
    }

    private static Object invoke(Method entry, Object... arguments) throws Throwable {
        try {
            return entry.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** The innermost frame of the program's own code: class, method and line. */
    private String ownFrame(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (classes.files().containsKey(frame.getClassName().replace('.', '/'))) {
                String method = frame.getMethodName().replaceFirst("\\$resume.*", "");
                return frame.getClassName() + "." + method + ":" + frame.getLineNumber();
            }
        }
        return "";
    }
}
