package dev.weft.woven;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method that woven code calls in place of a method which would block the thread, or
 * would call a suspending lambda from a frame that is not woven. The stand-in has the original's name
 * and result; its parameters are the original's, after the receiver when that is not static.
 *
 * <p>One row of the patch table. The method is suspendable: it has a hand-written overload with a
 * {@link Stack}, or is woven with the runtime.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface StandIn {
    /**
     * The class or interface that declares the original; calls on its subtypes are replaced as well,
     * unless the subtype's override is itself woven code.
     */
    Class<?> value();

    /** Whether the original is static. */
    boolean isStatic() default false;

    /**
     * The interface, with the overload as its one method, that woven classes and lambdas which
     * implement the original also implement; {@code void.class} for none.
     */
    Class<?> companion() default void.class;
}
