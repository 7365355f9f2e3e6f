package dev.weft.it;

import dev.weft.woven.Stack;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/** One run of a program in one mode, observed. Not thread-safe: standard output is replaced. */
final class Execution {
    private Execution() {}

    /**
     * Runs a program's {@code run()}, or its woven overload.
     *
     * @param own which classes belong to the program
     */
    static Outcome run(Mode mode, WovenLoader loader, String className, Predicate<String> own) {
        Method entry = entry(mode, loader, className);
        DriverStack stack = new DriverStack(mode == Mode.SUSPENDING);
        SuspendingCall.reset();
        Trace.begin(own);
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        String result;
        String thrownAt = "";
        try {
            result =
                    "returns "
                            + Values.render(
                                    mode.driven
                                            ? stack.drive(s -> invoke(entry, s))
                                            : invoke(entry));
        } catch (VirtualMachineError | LinkageError e) {
            throw new AssertionError(className + " in mode " + mode, e);
        } catch (Throwable thrown) {
            result = "throws " + Values.render(thrown);
            thrownAt = OwnFrames.of(thrown, own);
        } finally {
            System.setOut(out);
        }
        List<String> trace = Trace.take();
        trace.add("out=" + printed.toString(StandardCharsets.UTF_8));
        return new Outcome(
                mode, result, thrownAt, trace, stack.suspensions(), SuspendingCall.pinned());
    }

    private static Method entry(Mode mode, WovenLoader loader, String className) {
        try {
            Class<?> main = loader.loadClass(className);
            Method entry =
                    mode.driven
                            ? main.getDeclaredMethod("run", Stack.class)
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
}
