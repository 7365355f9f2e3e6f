package dev.weft.blocking;

/** Stack frames as a user sees them. */
final class Frames {
    /** In place of a frame that is not there. */
    static final StackTraceElement UNKNOWN = new StackTraceElement("?", "?", null, -1);

    private static final String[] RUNTIME = {
        "dev.weft.fiber.",
        "dev.weft.blocking.",
        "dev.weft.woven.",
        "dev.weft.continuation.",
        "dev.weft.sync.",
        "dev.weft.channel."
    };

    private Frames() {}

    /** Whether a frame is neither the JDK's nor the runtime's. */
    static boolean isProgram(StackTraceElement frame) {
        String name = frame.getClassName();
        boolean platform =
                name.startsWith("java.")
                        || name.startsWith("javax.")
                        || name.startsWith("jdk.")
                        || name.startsWith("sun.");
        return !platform && (!isRuntime(name) || name.endsWith("Test"));
    }

    static boolean isRuntime(String className) {
        for (String prefix : RUNTIME) {
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return className.equals("dev.weft.SuspendableCallable")
                || className.equals("dev.weft.SuspendableRunnable");
    }

    /** A resume body is the method that it resumes. */
    static StackTraceElement asWritten(StackTraceElement frame) {
        int suffix = frame.getMethodName().indexOf("$resume$");
        return suffix < 0
                ? frame
                : new StackTraceElement(
                        frame.getClassName(),
                        frame.getMethodName().substring(0, suffix),
                        frame.getFileName(),
                        frame.getLineNumber());
    }
}
