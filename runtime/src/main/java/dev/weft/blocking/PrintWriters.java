package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.io.FiberPrintWriter;
import dev.weft.woven.StandIn;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Stand-ins for {@link PrintWriter}: the runtime's own ({@link WrapperConstructors}) suspend,
 * others are called as they are.
 */
public final class PrintWriters {
    private PrintWriters() {}

    /** {@link PrintWriter#print(boolean)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void print(PrintWriter it, boolean b) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).print(b);
        } else {
            it.print(b);
        }
    }

    /** {@link PrintWriter#print(char)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void print(PrintWriter it, char c) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).print(c);
        } else {
            it.print(c);
        }
    }

    /** {@link PrintWriter#print(int)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void print(PrintWriter it, int i) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).print(i);
        } else {
            it.print(i);
        }
    }

    /** {@link PrintWriter#print(long)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void print(PrintWriter it, long l) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).print(l);
        } else {
            it.print(l);
        }
    }

    /** {@link PrintWriter#print(float)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void print(PrintWriter it, float f) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).print(f);
        } else {
            it.print(f);
        }
    }

    /** {@link PrintWriter#print(double)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void print(PrintWriter it, double d) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).print(d);
        } else {
            it.print(d);
        }
    }

    /** {@link PrintWriter#print(char[])}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void print(PrintWriter it, char[] s) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).print(s);
        } else {
            it.print(s);
        }
    }

    /** {@link PrintWriter#print(String)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void print(PrintWriter it, String s) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).print(s);
        } else {
            it.print(s);
        }
    }

    /** {@link PrintWriter#print(Object)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void print(PrintWriter it, Object o) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).print(o);
        } else {
            it.print(o);
        }
    }

    /** {@link PrintWriter#println()}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void println(PrintWriter it) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).println();
        } else {
            it.println();
        }
    }

    /** {@link PrintWriter#println(boolean)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void println(PrintWriter it, boolean b) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).println(b);
        } else {
            it.println(b);
        }
    }

    /** {@link PrintWriter#println(char)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void println(PrintWriter it, char c) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).println(c);
        } else {
            it.println(c);
        }
    }

    /** {@link PrintWriter#println(int)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void println(PrintWriter it, int i) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).println(i);
        } else {
            it.println(i);
        }
    }

    /** {@link PrintWriter#println(long)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void println(PrintWriter it, long l) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).println(l);
        } else {
            it.println(l);
        }
    }

    /** {@link PrintWriter#println(float)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void println(PrintWriter it, float f) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).println(f);
        } else {
            it.println(f);
        }
    }

    /** {@link PrintWriter#println(double)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void println(PrintWriter it, double d) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).println(d);
        } else {
            it.println(d);
        }
    }

    /** {@link PrintWriter#println(char[])}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void println(PrintWriter it, char[] s) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).println(s);
        } else {
            it.println(s);
        }
    }

    /** {@link PrintWriter#println(String)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void println(PrintWriter it, String s) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).println(s);
        } else {
            it.println(s);
        }
    }

    /** {@link PrintWriter#println(Object)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void println(PrintWriter it, Object o) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).println(o);
        } else {
            it.println(o);
        }
    }

    /** {@link PrintWriter#printf(String, Object...)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static PrintWriter printf(PrintWriter it, String format, Object[] arguments) {
        return it instanceof FiberPrintWriter
                ? ((FiberPrintWriter) it).printf(format, arguments)
                : it.printf(format, arguments);
    }

    /** {@link PrintWriter#printf(Locale, String, Object...)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static PrintWriter printf(
            PrintWriter it, Locale locale, String format, Object[] arguments) {
        return it instanceof FiberPrintWriter
                ? ((FiberPrintWriter) it).printf(locale, format, arguments)
                : it.printf(locale, format, arguments);
    }

    /** {@link PrintWriter#format(String, Object...)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static PrintWriter format(PrintWriter it, String format, Object[] arguments) {
        return it instanceof FiberPrintWriter
                ? ((FiberPrintWriter) it).format(format, arguments)
                : it.format(format, arguments);
    }

    /** {@link PrintWriter#format(Locale, String, Object...)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static PrintWriter format(
            PrintWriter it, Locale locale, String format, Object[] arguments) {
        return it instanceof FiberPrintWriter
                ? ((FiberPrintWriter) it).format(locale, format, arguments)
                : it.format(locale, format, arguments);
    }

    /** {@link PrintWriter#checkError()}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static boolean checkError(PrintWriter it) {
        return it instanceof FiberPrintWriter
                ? ((FiberPrintWriter) it).checkError()
                : it.checkError();
    }

    /** {@link PrintWriter#append(CharSequence)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static PrintWriter append(PrintWriter it, CharSequence text) {
        return it instanceof FiberPrintWriter
                ? ((FiberPrintWriter) it).append(text)
                : it.append(text);
    }

    /** {@link PrintWriter#append(CharSequence, int, int)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static PrintWriter append(PrintWriter it, CharSequence text, int from, int to) {
        return it instanceof FiberPrintWriter
                ? ((FiberPrintWriter) it).append(text, from, to)
                : it.append(text, from, to);
    }

    /** {@link PrintWriter#append(char)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static PrintWriter append(PrintWriter it, char c) {
        return it instanceof FiberPrintWriter ? ((FiberPrintWriter) it).append(c) : it.append(c);
    }

    /** {@link PrintWriter#write(int)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void write(PrintWriter it, int c) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).write(c);
        } else {
            it.write(c);
        }
    }

    /** {@link PrintWriter#write(char[])}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void write(PrintWriter it, char[] chars) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).write(chars);
        } else {
            it.write(chars);
        }
    }

    /** {@link PrintWriter#write(char[], int, int)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void write(PrintWriter it, char[] chars, int from, int length) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).write(chars, from, length);
        } else {
            it.write(chars, from, length);
        }
    }

    /** {@link PrintWriter#write(String)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void write(PrintWriter it, String text) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).write(text);
        } else {
            it.write(text);
        }
    }

    /** {@link PrintWriter#write(String, int, int)}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void write(PrintWriter it, String text, int from, int length) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).write(text, from, length);
        } else {
            it.write(text, from, length);
        }
    }

    /** {@link PrintWriter#flush()}. */
    @Suspendable
    @StandIn(value = PrintWriter.class, mode = StandIn.Mode.POLLS)
    public static void flush(PrintWriter it) {
        if (it instanceof FiberPrintWriter) {
            ((FiberPrintWriter) it).flush();
        } else {
            it.flush();
        }
    }
}
