package dev.weft.handwoven;

import dev.weft.woven.Frame;
import dev.weft.woven.Resumer;
import dev.weft.woven.Stack;

/**
 * A woven method written by hand, so that the runtime can be tested without the weaver: steps that
 * run in order; behind a step that suspends the place is saved in a frame. A step's argument is
 * what the step before returned, or was resumed with.
 */
public final class Script {
    private static final Resumer RESUME = Script::resume;

    private final Step[] steps;
    private Step handler = (thrown, stack) -> sneak((Throwable) thrown);
    private boolean forever;

    private Script(Step... steps) {
        this.steps = steps;
    }

    /** A script of steps; the last one's value is the result. */
    public static Script of(Step... steps) {
        return new Script(steps);
    }

    /** The steps, over and over. */
    public static Script forever(Step... steps) {
        Script s = new Script(steps);
        s.forever = true;
        return s;
    }

    /** What runs when a step throws; its argument is the exception, its result the script's. */
    public Script catching(Step newHandler) {
        handler = newHandler;
        return this;
    }

    /** Runs from the start. */
    public Object run(Object first, Stack stack) {
        return go(0, first, stack, null);
    }

    private Object go(int from, Object received, Stack stack, ScriptFrame frame) {
        Object value = received;
        for (int i = from; i < steps.length || forever; i++) {
            int step = i % steps.length;
            value = call(steps[step], value, stack);
            if (stack.suspending) {
                save(failed ? Integer.MAX_VALUE : step + 1, stack, frame);
                return null;
            }
            if (failed) {
                failed = false;
                return value;
            }
        }
        return value;
    }

    private void save(int point, Stack stack, ScriptFrame frame) {
        if (frame != null) {
            stack.push(frame, point);
            return;
        }
        ScriptFrame f = new ScriptFrame(this);
        f.point = point;
        stack.push(f);
    }

    private boolean failed;

    private Object call(Step step, Object value, Stack stack) {
        try {
            return step.run(value, stack);
        } catch (Throwable thrown) {
            failed = true;
            return handle(thrown, stack);
        }
    }

    private Object handle(Throwable thrown, Stack stack) {
        try {
            return handler.run(thrown, stack);
        } catch (Throwable again) {
            failed = false;
            return sneak(again);
        }
    }

    private static void resume(Frame frame, Stack stack) throws Throwable {
        ScriptFrame f = (ScriptFrame) frame;
        Script s = f.script;
        if (f.point == Integer.MAX_VALUE) {
            s.failed = false;
            stack.rethrow();
            return;
        }
        if (stack.failure != null) {
            Throwable thrown = stack.failure;
            stack.failure = null;
            s.failed = true;
            Object value = s.handle(thrown, stack);
            if (stack.suspending) {
                stack.push(f, Integer.MAX_VALUE);
            } else {
                s.failed = false;
                stack.ref = value;
            }
            return;
        }
        Object value = s.go(f.point, stack.takeRef(), stack, f);
        if (!stack.suspending) {
            stack.ref = value;
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> Object sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }

    /** A piece of a method that makes at most one suspendable call, as its last act. */
    @FunctionalInterface
    public interface Step {
        /** Runs; the result is a dummy when the stack is suspending. */
        Object run(Object previous, Stack stack) throws Throwable;
    }

    private static final class ScriptFrame extends Frame {
        final Script script;

        ScriptFrame(Script script) {
            super(RESUME, 1);
            this.script = script;
        }
    }
}
