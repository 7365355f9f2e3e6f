package dev.weft.weaver.model;

/**
 * The input can't be woven as asked: the user's to mend. (A bug of the weaver is an
 * IllegalStateException.)
 */
public final class WeaveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message class, method, line, reason and remedy
     */
    public WeaveException(String message) {
        super(message);
    }
}
