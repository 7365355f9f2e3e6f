package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.continuation.Continuation;
import dev.weft.continuation.ContinuationScope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Effect handlers on one-shot continuations: a program asks for what it needs (a number, a line
 * printed) by suspending up to whoever handles that; the handler answers by running on. One scope
 * for each effect; handlers nest in any order, and an effect passes those it is not meant for.
 */
public final class Effects {
    private static final ContinuationScope READER = new ContinuationScope("reader");
    private static final ContinuationScope WRITER = new ContinuationScope("writer");

    private Effects() {}

    /** Effect: asks for the next number. */
    @Suspendable
    private static int ask() {
        return (int) Continuation.suspend(READER, null);
    }

    /** Effect: says something. */
    @Suspendable
    private static void tell(String text) {
        Continuation.suspend(WRITER, text);
    }

    @Suspendable
    private static Object program() {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            int n = ask();
            sum += n;
            tell("got " + n);
        }
        return "sum " + sum;
    }

    /** Handler of {@link #ask}: answers with numbers from {@code first} on. */
    @Suspendable
    private static Object withNumbers(int first, Continuation.Body body) {
        Continuation c = new Continuation(READER, body);
        Object result = c.run(null);
        for (int n = first; !c.isDone(); n++) {
            result = c.run(n);
        }
        return result;
    }

    /** Handler of {@link #tell}: collects. */
    @Suspendable
    private static Object collecting(List<Object> told, Continuation.Body body) {
        Continuation c = new Continuation(WRITER, body);
        Object result = c.run(null);
        while (!c.isDone()) {
            told.add(result);
            result = c.run(null);
        }
        return result;
    }

    /**
     * Runs the program under both handlers, nested one way and the other.
     *
     * @return what was told and the result, twice the same
     */
    public static String run() {
        List<Object> told = new ArrayList<>();
        told.add(withNumbers(5, x -> collecting(told, y -> program())));
        told.add("|");
        told.add(collecting(told, x -> withNumbers(5, y -> program())));
        StringBuilder text = new StringBuilder();
        told.forEach(t -> text.append(text.length() == 0 ? "" : " ").append(t));
        return text.toString();
    }

    /**
     * A handler that answers by an exception, which the program gets where it asked.
     *
     * @return what the program made of it
     */
    public static String failing() {
        Continuation c = new Continuation(READER, x -> caught());
        c.run(null);
        return (String) c.fail(new IllegalStateException("no more numbers"));
    }

    @Suspendable
    private static Object caught() {
        try {
            return ask();
        } catch (IllegalStateException e) {
            return "asked, but: " + e.getMessage();
        }
    }

    /**
     * An effect that nobody handles.
     *
     * @return the error's message
     */
    public static String unhandled() {
        Supplier<String> message =
                () -> {
                    try {
                        new Continuation(WRITER, x -> ask()).run(null);
                        return "no error";
                    } catch (IllegalStateException e) {
                        return e.getMessage();
                    }
                };
        return message.get();
    }
}
