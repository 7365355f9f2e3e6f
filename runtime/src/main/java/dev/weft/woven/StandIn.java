package dev.weft.woven;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method that woven code calls in place of a method which would block the thread, or
 * would call a suspending lambda from a frame that is not woven. The stand-in has the original's
 * name and result; its parameters are the original's, after the receiver when that is not static.
 *
 * <p>One row of the patch table. The method is either suspendable: it has a hand-written overload
 * with a {@link Stack}, or is marked {@link dev.weft.Suspendable} and woven; then it is called from
 * suspendable methods, and from the others too when it says {@link #everywhere()}. Or it is an
 * ordinary method; then it is called in place of the original from all methods of the classes that
 * are patched, constructors and static initialisers included.
 *
 * <p>A stand-in for a {@linkplain #constructor() constructor} has the constructor's parameters and
 * any name; it returns the new object, as a rule one of a subclass. It is called from all methods;
 * when it is suspendable, it suspends in suspendable ones.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface StandIn {
    /** What a stand-in does in place of blocking; for the table as printed. */
    enum Mode {
        /** Calls the user's function or object with the stack, so that it can suspend. */
        CALLS("calls"),
        /** The fiber waits for a timer, another fiber or thread; no thread is used. */
        PARKS("parks"),
        /** The fiber waits until the runtime's poller says that the call can be made. */
        POLLS("polls"),
        /**
         * The fiber waits for the callback of an asynchronous form of the call; no thread is used.
         */
        CALLBACK("callback"),
        /** The thread blocks; the other fibers go on elsewhere. */
        HANDS_OFF("hand-off"),
        /**
         * As {@link #HANDS_OFF}; what is taken belongs to the thread, so the fiber keeps that until
         * given back.
         */
        BINDS("binds"),
        /**
         * {@link #PARKS} when woven code made the object that is waited for, or it is a fiber; else
         * {@link #HANDS_OFF}.
         */
        PARKS_OR_HANDS_OFF("parks, else hand-off"),
        /** {@link #PARKS} when woven code made the lock, else {@link #BINDS}. */
        PARKS_OR_BINDS("parks, else binds"),
        /** Nothing waits here: an object or an answer that is right for fibers is given. */
        REPLACES("replaced");

        private final String text;

        Mode(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** The option that turns a row on. */
    enum Scope {
        /** On in each class that is woven, unless the option {@code patch} leaves it out. */
        PATCH,
        /** Only in classes that the option {@code threads} names. */
        THREADS,
        /** Only in classes that the option {@code monitors} names. */
        MONITORS,
        /**
         * Only in classes that extend {@link
         * java.util.concurrent.locks.AbstractOwnableSynchronizer}.
         */
        OWNERS
    }

    /**
     * The class or interface that declares the original; calls on its subtypes are replaced as
     * well, unless the subtype's override is itself woven code.
     */
    Class<?> value() default void.class;

    /**
     * In place of {@link #value()}, the binary name of a type that not every JDK has which the
     * runtime runs on; the stand-in's receiver is an {@code Object} then.
     */
    String type() default "";

    /** Whether the original is static. */
    boolean isStatic() default false;

    /**
     * Whether the original is a constructor: {@code new} on exactly this class, and references such
     * as {@code X::new}, become calls of the stand-in; for {@code super(...)} in subclasses see
     * {@link #superclass()}.
     */
    boolean constructor() default false;

    /**
     * For a constructor: the class that woven subclasses of the original extend instead. It has a
     * constructor of the same parameters, as for each other constructor of the original that
     * subclasses call. {@code void.class}: they stay as they are, and are reported.
     */
    Class<?> superclass() default void.class;

    /**
     * Whether a suspendable stand-in is called, pinned, from methods that can't suspend as well.
     * What is not suspendable is called from everywhere anyway.
     */
    boolean everywhere() default false;

    /** Where the row is on. */
    Scope scope() default Scope.PATCH;

    /** What it does. */
    Mode mode() default Mode.CALLS;

    /**
     * The interface, with the overload as its one method, that woven classes and lambdas which
     * implement the original also implement; {@code void.class} for none.
     */
    Class<?> companion() default void.class;
}
