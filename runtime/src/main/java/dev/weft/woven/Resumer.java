package dev.weft.woven;

/**
 * Re-enters one woven method behind a suspension point. Implemented by LambdaMetafactory from the
 * method's synthetic resume body (see {@link ResumeBootstrap}); one constant instance a method.
 */
@FunctionalInterface
public interface Resumer {
    /**
     * Restores the activation saved in {@code frame} and runs it until it completes (its result is
     * then in {@code stack}'s registers) or suspends again ({@link Stack#suspending} is then set
     * and the frame is pushed again).
     *
     * @param frame the activation; made by the same method
     * @param stack the stack that runs it; its registers hold the callee's result or failure
     * @throws Throwable whatever the method's own code throws
     */
    void resume(Frame frame, Stack stack) throws Throwable;
}
