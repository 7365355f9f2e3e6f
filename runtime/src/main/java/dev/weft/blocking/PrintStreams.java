package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.io.FiberPrintStream;
import dev.weft.woven.StandIn;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Stand-ins for {@link PrintStream}: the runtime's own ({@link WrapperConstructors}) suspend,
 * others are called as they are.
 */
public final class PrintStreams {
    private PrintStreams() {}

    /** {@link PrintStream#print(boolean)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static void print(PrintStream it, boolean b) {
        if (it instanceof FiberPrintStream) {
            ((FiberPrintStream) it).print(b);
        } else {
            it.print(b);
        }
    }

    /** {@link PrintStream#print(char)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static void print(PrintStream it, char c) {
        if (it instanceof FiberPrintStream) {
            ((FiberPrintStream) it).print(c);
        } else {
            it.print(c);
        }
    }

    /** {@link PrintStream#print(int)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static void print(PrintStream it, int i) {
        if (it instanceof FiberPrintStream) {
            ((FiberPrintStream) it).print(i);
        } else {
            it.print(i);
        }
    }

    /** {@link PrintStream#print(long)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static void print(PrintStream it, long l) {
        if (it instanceof FiberPrintStream) {
            ((FiberPrintStream) it).print(l);
        } else {
            it.print(l);
        }
    }

    /** {@link PrintStream#print(float)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static void print(PrintStream it, float f) {
        if (it instanceof FiberPrintStream) {
            ((FiberPrintStream) it).print(f);
        } else {
            it.print(f);
        }
    }

    /** {@link PrintStream#print(double)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static void print(PrintStream it, double d) {
        if (it instanceof FiberPrintStream) {
            ((FiberPrintStream) it).print(d);
        } else {
            it.print(d);
        }
    }

    /** {@link PrintStream#print(char[])}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static void print(PrintStream it, char[] s) {
        if (it instanceof FiberPrintStream) {
            ((FiberPrintStream) it).print(s);
        } else {
            it.print(s);
        }
    }

    /** {@link PrintStream#print(String)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static void print(PrintStream it, String s) {
        if (it instanceof FiberPrintStream) {
            ((FiberPrintStream) it).print(s);
        } else {
            it.print(s);
        }
    }

    /** {@link PrintStream#print(Object)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static void print(PrintStream it, Object o) {
        if (it instanceof FiberPrintStream) {
            ((FiberPrintStream) it).print(o);
        } else {
            it.print(o);
        }
    }

    /** {@link PrintStream#println()}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static void println(PrintStream it) {
        if (it instanceof FiberPrintStream) {
            ((FiberPrintStream) it).println();
        } else {
            it.println();
        }
    }

    /** {@link PrintStream#println(boolean)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static void println(PrintStream it, boolean b) {
        if (it instanceof FiberPrintStream) {
            ((FiberPrintStream) it).println(b);
        } else {
            it.println(b);
        }
    }

    /** {@link PrintStream#println(char)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static void println(PrintStream it, char c) {
        if (it instanceof FiberPrintStream) {
            ((FiberPrintStream) it).println(c);
        } else {
            it.println(c);
        }
    }

    /** {@link PrintStream#println(int)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static void println(PrintStream it, int i) {
        if (it instanceof FiberPrintStream) {
            ((FiberPrintStream) it).println(i);
        } else {
            it.println(i);
        }
    }

    /** {@link PrintStream#println(long)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static void println(PrintStream it, long l) {
        if (it instanceof FiberPrintStream) {
            ((FiberPrintStream) it).println(l);
        } else {
            it.println(l);
        }
    }

    /** {@link PrintStream#println(float)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static void println(PrintStream it, float f) {
        if (it instanceof FiberPrintStream) {
            ((FiberPrintStream) it).println(f);
        } else {
            it.println(f);
        }
    }

    /** {@link PrintStream#println(double)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static void println(PrintStream it, double d) {
        if (it instanceof FiberPrintStream) {
            ((FiberPrintStream) it).println(d);
        } else {
            it.println(d);
        }
    }

    /** {@link PrintStream#println(char[])}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static void println(PrintStream it, char[] s) {
        if (it instanceof FiberPrintStream) {
            ((FiberPrintStream) it).println(s);
        } else {
            it.println(s);
        }
    }

    /** {@link PrintStream#println(String)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static void println(PrintStream it, String s) {
        if (it instanceof FiberPrintStream) {
            ((FiberPrintStream) it).println(s);
        } else {
            it.println(s);
        }
    }

    /** {@link PrintStream#println(Object)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static void println(PrintStream it, Object o) {
        if (it instanceof FiberPrintStream) {
            ((FiberPrintStream) it).println(o);
        } else {
            it.println(o);
        }
    }

    /** {@link PrintStream#printf(String, Object...)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static PrintStream printf(PrintStream it, String format, Object[] arguments) {
        return it instanceof FiberPrintStream
                ? ((FiberPrintStream) it).printf(format, arguments)
                : it.printf(format, arguments);
    }

    /** {@link PrintStream#printf(Locale, String, Object...)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static PrintStream printf(
            PrintStream it, Locale locale, String format, Object[] arguments) {
        return it instanceof FiberPrintStream
                ? ((FiberPrintStream) it).printf(locale, format, arguments)
                : it.printf(locale, format, arguments);
    }

    /** {@link PrintStream#format(String, Object...)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static PrintStream format(PrintStream it, String format, Object[] arguments) {
        return it instanceof FiberPrintStream
                ? ((FiberPrintStream) it).format(format, arguments)
                : it.format(format, arguments);
    }

    /** {@link PrintStream#format(Locale, String, Object...)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static PrintStream format(
            PrintStream it, Locale locale, String format, Object[] arguments) {
        return it instanceof FiberPrintStream
                ? ((FiberPrintStream) it).format(locale, format, arguments)
                : it.format(locale, format, arguments);
    }

    /** {@link PrintStream#checkError()}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static boolean checkError(PrintStream it) {
        return it instanceof FiberPrintStream
                ? ((FiberPrintStream) it).checkError()
                : it.checkError();
    }

    /** {@link PrintStream#append(CharSequence)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static PrintStream append(PrintStream it, CharSequence text) {
        return it instanceof FiberPrintStream
                ? ((FiberPrintStream) it).append(text)
                : it.append(text);
    }

    /** {@link PrintStream#append(CharSequence, int, int)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static PrintStream append(PrintStream it, CharSequence text, int from, int to) {
        return it instanceof FiberPrintStream
                ? ((FiberPrintStream) it).append(text, from, to)
                : it.append(text, from, to);
    }

    /** {@link PrintStream#append(char)}. */
    @Suspendable
    @StandIn(value = PrintStream.class, mode = StandIn.Mode.POLLS)
    public static PrintStream append(PrintStream it, char c) {
        return it instanceof FiberPrintStream ? ((FiberPrintStream) it).append(c) : it.append(c);
    }
}
