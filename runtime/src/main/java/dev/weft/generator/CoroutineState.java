package dev.weft.generator;

/** The stages of a generator's or coroutine's life. */
public enum CoroutineState {
    /** Its body has not been entered. */
    NEW,
    /** It waits at a yield. */
    SUSPENDED,
    /** It runs, or it waits for something outside, such as a channel. */
    RUNNING,
    /** Another one delegates to it and is the only one that may resume it. */
    DELEGATED,
    /** Its body has returned or thrown, or it has been closed. */
    DONE
}
