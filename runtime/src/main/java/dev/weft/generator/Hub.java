package dev.weft.generator;

import dev.weft.continuation.CoroutineExit;
import dev.weft.continuation.Drive;
import dev.weft.continuation.NestedStack;
import dev.weft.continuation.PinnedException;
import dev.weft.woven.Stack;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The symmetric coroutines of one thread or fiber. Its <em>main</em> coroutine stands for the code
 * that runs outside of them all.
 *
 * <p>A stack can be suspended but not jumped to, so a symmetric switch is made of two asymmetric
 * steps: the one that switches names the next one, delivers the value to its registers and yields;
 * the loop in {@link #advance}, at the place where main switched away, runs the next one. The loop
 * ends when main is named. (The equivalence is de Moura and Ierusalimschy's, "Revisiting
 * Coroutines", 2009, section 3.)
 *
 * <p>Not thread-safe: confined to its thread or fiber.
 */
final class Hub implements Drive {
    private static final ThreadLocal<Hub> OF_THREAD = ThreadLocal.withInitial(Hub::new);
    private static final Map<Stack, Hub> OF_FIBER = new WeakHashMap<>();
    private static final int SWITCH = 1;

    final SymmetricCoroutine<Object> main = new SymmetricCoroutine<>(this);
    SymmetricCoroutine<?> current = main;
    SwitchTracer tracer;

    /** What main is to get. */
    private Object value;

    private Throwable failure;

    /** The hub of the thread, or of the fiber at the stack's root. */
    static Hub of(Stack stack) {
        Stack root = stack.root();
        if (!root.canSuspend()) {
            return OF_THREAD.get();
        }
        synchronized (OF_FIBER) {
            return OF_FIBER.computeIfAbsent(root, fiber -> new Hub());
        }
    }

    /** The hub, seen from code on {@code stack}, whose coroutine (if any) is {@code here}. */
    static Hub of(Stack stack, SymmetricStack<?> here) {
        return here == null ? of(stack) : here.owner.hub();
    }

    /** The act of the switching leaf. */
    Object transfer(
            SymmetricCoroutine<?> named,
            Object sent,
            Throwable thrown,
            SymmetricStack<?> here,
            Stack stack) {
        if (here == null && current != main) {
            throw new PinnedException("switching away from " + current);
        }
        SymmetricCoroutine<?> target = named.bind(this).alive();
        if (target == current) {
            if (thrown != null) {
                throw NestedStack.raise(thrown);
            }
            return sent;
        }
        deliver(target, sent, thrown);
        if (here == null) {
            return drive(stack);
        }
        here.switchAway(stack);
        return null;
    }

    private void deliver(SymmetricCoroutine<?> target, Object sent, Throwable thrown) {
        Throwable passed = tracer == null ? thrown : told(target, thrown);
        current = target;
        SymmetricStack<?> stack = target.stack;
        if (stack == null) {
            value = sent;
            failure = passed;
        } else {
            stack.hand(sent, passed);
        }
    }

    /**
     * Tells the tracer. What it throws is passed in the place of all else, and it is told no more.
     */
    private Throwable told(SymmetricCoroutine<?> target, Throwable thrown) {
        try {
            tracer.switched(
                    thrown == null ? SwitchTracer.Event.SWITCH : SwitchTracer.Event.THROW,
                    current,
                    target);
            return thrown;
        } catch (Throwable failed) {
            tracer = null;
            if (thrown != null && thrown != failed) {
                failed.addSuppressed(thrown);
            }
            return failed;
        }
    }

    private Object drive(Stack driver) {
        if (advance(driver) == NestedStack.OUTER) {
            NestedStack.save(this, SWITCH, driver);
            return null;
        }
        return outcome();
    }

    @Override
    public NestedStack running() {
        return current.stack;
    }

    @Override
    public List<StackTraceElement> driven() {
        return current.stack == null ? List.of() : current.stack.trace();
    }

    @Override
    public int advance(Stack driver) {
        while (current != main) {
            SymmetricCoroutine<?> c = current;
            SymmetricStack<?> stack = c.stack;
            if (stack.switchesAgain(driver)) {
                continue;
            }
            int status = stack.rest(driver);
            if (status == NestedStack.OUTER) {
                return status;
            }
            if (status == NestedStack.DONE) {
                ended(c);
            }
        }
        return NestedStack.YIELDED;
    }

    /** A death: what the body returned or threw goes to the parent. */
    private void ended(SymmetricCoroutine<?> c) {
        SymmetricStack<?> stack = c.stack;
        Throwable thrown = stack.failure;
        Object returned = stack.takeRef();
        stack.failure = null;
        c.die();
        if (thrown instanceof CoroutineExit) {
            returned = thrown;
            thrown = null;
        }
        deliver(c.alive(), returned, thrown);
    }

    private Object outcome() {
        Object sent = value;
        Throwable thrown = failure;
        value = null;
        failure = null;
        if (thrown != null) {
            throw NestedStack.raise(thrown);
        }
        return sent;
    }

    @Override
    public void lost() {
        if (current.stack != null) {
            current.stack.lost();
        }
        current = main;
        value = null;
        failure = null;
    }

    @Override
    public void finish(int operation, int status, Stack driver) {
        driver.ref = outcome();
    }
}
