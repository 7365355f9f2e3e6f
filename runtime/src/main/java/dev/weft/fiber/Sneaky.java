package dev.weft.fiber;

/** Throws any exception without declaring it: an outcome is thrown as it was. */
final class Sneaky {
    private Sneaky() {}

    /** Never returns; declared to return so that callers can write {@code throw}. */
    static RuntimeException raise(Throwable thrown) {
        throw Sneaky.<RuntimeException>cast(thrown);
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> X cast(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
