package dev.weft;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks methods that may suspend the fiber, generator or coroutine that runs them. The agent or the
 * Maven plugin rewrites them; without either they still run, and block the thread where they would
 * suspend.
 *
 * <p>On a type: every method that the type declares. Overrides and implementations of a suspendable
 * method are suspendable without being annotated, and so are lambdas and method references for a
 * suspendable interface method.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Suspendable {}
