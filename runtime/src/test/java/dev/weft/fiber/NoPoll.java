package dev.weft.fiber;

/** Polls nothing, for want of the right to it; tests replace what they are about. */
class NoPoll extends IdlePoll {
    @Override
    protected boolean tryEnter() {
        return false;
    }

    @Override
    protected boolean enter() {
        return false;
    }

    @Override
    protected boolean await(long nanos) {
        throw new AssertionError("without the right to poll");
    }

    @Override
    protected boolean waits() {
        return true;
    }

    @Override
    protected void deliver() {
        throw new AssertionError("without the right to poll");
    }

    @Override
    protected void wakeup() {}

    /** Whether the calling thread is one of a scheduler's. */
    static boolean isThreadOf(Scheduler scheduler) {
        Thread thread = Thread.currentThread();
        return thread instanceof CarrierThread
                && ((CarrierThread) thread).context.scheduler == scheduler;
    }
}
