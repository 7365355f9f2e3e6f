package dev.weft.woven;

/** The stack of code that cannot be unwound: nothing is ever saved on it. */
final class PinnedStack extends Stack {
    /** One use: the next woven entry must not look for an override (see {@link Dispatch}). */
    private boolean direct;

    PinnedStack() {}

    static PinnedStack direct() {
        PinnedStack stack = new PinnedStack();
        stack.direct = true;
        return stack;
    }

    /** True once for a stack made by {@link #direct()}; confined to the calling thread. */
    boolean takeDirect() {
        boolean was = direct;
        direct = false;
        return was;
    }

    @Override
    public boolean canSuspend() {
        return false;
    }

    /** What runs pinned has no stack to suspend, but callers: those of the fiber, if it is one. */
    @Override
    protected Stack driver() {
        return StackTraces.running();
    }
}
