package dev.weft.woven;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * The making of one method's resumer. The JDK's metafactory goes deep, and may be needed where the
 * stack is about to end, because a method waits there for the first time: there another thread does
 * it ({@link #runElsewhere}).
 */
final class ResumeLink implements Runnable {
    private static final MethodType RESUME =
            MethodType.methodType(void.class, Frame.class, Stack.class);

    private final Lookup caller;
    private final MethodHandle body;
    private final String method;
    private final String source;
    private final String lines;
    private CallSite made;
    private Throwable failure;

    ResumeLink(Lookup caller, MethodHandle body, String method, String source, String lines) {
        this.caller = caller;
        this.body = body;
        this.method = method;
        this.source = source;
        this.lines = lines;
    }

    /** Makes it, here. */
    @Override
    public void run() {
        failure = null;
        try {
            made = link();
        } catch (StackOverflowError end) {
            throw end;
        } catch (Throwable thrown) {
            failure = thrown;
        }
    }

    /** Makes it on a stack of its own. */
    void runElsewhere() {
        Thread thread = new Thread(null, this, "weft-linker", 0, false);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        for (; ; ) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was made, or what went wrong. */
    CallSite result() throws LambdaConversionException {
        if (failure instanceof LambdaConversionException) {
            throw (LambdaConversionException) failure;
        }
        if (failure instanceof Error) {
            throw (Error) failure;
        }
        if (failure instanceof RuntimeException) {
            throw (RuntimeException) failure;
        }
        if (made == null) {
            throw new LinkageError("cannot link the resume body of " + method, failure);
        }
        return made;
    }

    private CallSite link() throws Throwable {
        Resumer resumer =
                (Resumer)
                        LambdaMetafactory.metafactory(
                                        caller,
                                        "resume",
                                        MethodType.methodType(Resumer.class),
                                        RESUME,
                                        body,
                                        RESUME)
                                .getTarget()
                                .invoke();
        String owner = caller.lookupClass().getName();
        String name = caller.revealDirect(body).getName();
        StackTraces.prepare();
        FrameInfo.register(resumer, new FrameInfo(owner, method, name, source, lines));
        return new ConstantCallSite(MethodHandles.constant(Resumer.class, resumer));
    }
}
