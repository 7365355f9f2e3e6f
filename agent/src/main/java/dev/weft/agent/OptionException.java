package dev.weft.agent;

/** A wrong agent option. Without a stack trace: the JVM prints it before it gives up. */
final class OptionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    OptionException(String message) {
        super(message);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
