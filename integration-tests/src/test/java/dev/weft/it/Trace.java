package dev.weft.it;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The side effects of one run of a program under test, in order. Confined to the running thread.
 */
public final class Trace {
    private static final ThreadLocal<List<String>> EVENTS = ThreadLocal.withInitial(ArrayList::new);

    private static final ThreadLocal<Predicate<String>> OWN = new ThreadLocal<>();

    private Trace() {}

    /**
     * Begins a run: traces of exceptions are recorded, too.
     *
     * @param own which classes belong to the program
     */
    static void begin(Predicate<String> own) {
        EVENTS.remove();
        OWN.set(own);
    }

    /**
     * Records an event. Of an exception also the program's frames in its stack trace.
     *
     * @param event what happened; rendered at once
     */
    public static void add(Object event) {
        Predicate<String> own = OWN.get();
        String text = Values.render(event);
        if (event instanceof Throwable && own != null) {
            text += "\n  at " + OwnFrames.ofCaught((Throwable) event, own);
        }
        EVENTS.get().add(text);
    }

    /**
     * Records an event and gives a value: for the order of evaluation inside expressions.
     *
     * @param <T> the value's type
     * @param event what happened
     * @param value given back
     * @return {@code value}
     */
    public static <T> T then(Object event, T value) {
        add(event);
        return value;
    }

    static List<String> take() {
        List<String> events = EVENTS.get();
        EVENTS.remove();
        OWN.remove();
        return events;
    }
}
