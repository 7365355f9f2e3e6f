package dev.weft.woven;

import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * Links a woven method's first suspension: makes its resumer and records how to name its frames.
 */
public final class ResumeBootstrap {
    private ResumeBootstrap() {}

    /**
     * Bootstrap method of {@code ()Resumer}.
     *
     * @param caller the woven class's lookup
     * @param name ignored
     * @param type {@code ()Resumer}
     * @param body the synthetic resume body, {@code (Frame, Stack)void}
     * @param method the user's method, {@code name(args)result}
     * @param source the source file's name; may be empty
     * @param lines one char a suspension point: its line number, 0 when not known
     * @return a call site that always gives the same resumer
     * @throws LambdaConversionException when the body can't be linked: a bug of the weaver
     */
    public static CallSite resumer(
            Lookup caller,
            String name,
            MethodType type,
            MethodHandle body,
            String method,
            String source,
            String lines)
            throws LambdaConversionException {
        ResumeLink link = new ResumeLink(caller, body, method, source, lines);
        try {
            StackReserve.claimTwice();
            link.run();
        } catch (StackOverflowError end) {
            link.runElsewhere();
        }
        return link.result();
    }

    /**
     * A frame's point that its resume body does not know: a bug, or a frame of another version.
     *
     * @param frame the frame
     * @return the error to throw
     */
    public static Error badPoint(Frame frame) {
        return new LinkageError(
                "cannot resume at point " + frame.point + " of " + FrameInfo.trace(frame, 1));
    }
}
