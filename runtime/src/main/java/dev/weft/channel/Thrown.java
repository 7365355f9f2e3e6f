package dev.weft.channel;

import java.util.Objects;

/** An exception that travels through a channel in a value's place and is thrown by its receiver. */
final class Thrown {
    final Throwable exception;

    Thrown(Throwable exception) {
        this.exception = Objects.requireNonNull(exception, "exception");
    }

    /** Returns a value as it is; throws what travelled as an exception. */
    static Object open(Object value) {
        if (value instanceof Thrown) {
            throw Thrown.<RuntimeException>sneak(((Thrown) value).exception);
        }
        return value;
    }

    /** Throws any exception; the type argument hides a checked one from the compiler. */
    @SuppressWarnings("unchecked")
    private static <X extends Throwable> X sneak(Throwable t) throws X {
        throw (X) t;
    }
}
