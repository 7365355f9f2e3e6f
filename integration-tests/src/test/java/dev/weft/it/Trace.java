package dev.weft.it;

import java.util.ArrayList;
import java.util.List;

/**
 * The side effects of one run of a program under test, in order. Confined to the running thread.
 */
public final class Trace {
    private static final ThreadLocal<List<String>> EVENTS = ThreadLocal.withInitial(ArrayList::new);

    private Trace() {}

    /**
     * Records an event.
     *
     * @param event what happened; rendered at once
     */
    public static void add(Object event) {
        EVENTS.get().add(Values.render(event));
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
        return events;
    }
}
