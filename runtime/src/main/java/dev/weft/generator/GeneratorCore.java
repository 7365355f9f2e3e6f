package dev.weft.generator;

import dev.weft.woven.Stack;
import java.util.NoSuchElementException;

/** The core of the generators of all four kinds of value. */
abstract class GeneratorCore extends Core {
    /** For a body that returns nothing, {@link #ref} may hold what its last call left there. */
    abstract void body() throws Throwable;

    @Override
    protected final void enter() throws Throwable {
        body();
    }

    @Override
    RuntimeException refusal() {
        return state == FINISHED
                ? new NoSuchElementException("the generator has ended")
                : super.refusal();
    }

    final boolean hasNext(Stack driver) {
        if (state == READY) {
            return true;
        }
        if (state != FINISHED && pull(HAS_NEXT, driver)) {
            state = READY;
            return true;
        }
        return false;
    }

    /** Makes a value ready to be taken; false when the driver is suspending. */
    final boolean next(int operation, Stack driver) {
        if (state == READY) {
            suspended();
            return true;
        }
        if (pull(operation, driver)) {
            return true;
        }
        if (driver.suspending) {
            return false;
        }
        throw refusal();
    }

    @Override
    public final void finish(int operation, int status, Stack driver) {
        if (operation == CLOSE) {
            closed(status);
            return;
        }
        boolean has = yielded(status);
        if (operation == HAS_NEXT) {
            state = has ? READY : state;
            driver.prim = has ? 1 : 0;
        } else if (!has) {
            throw refusal();
        } else if (operation == NEXT) {
            driver.ref = takeValue();
        } else {
            driver.prim = takeBits();
        }
    }
}
