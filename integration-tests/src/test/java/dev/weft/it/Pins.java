package dev.weft.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a scenario: how many of its leaf calls are pinned, because a frame above can't be unwound.
 * Default 0.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Pins {
    /**
     * The number of leaf calls that don't suspend.
     *
     * @return at least 1
     */
    int value();

    /** The same when the language's library is woven too. */
    int withLibrary() default 0;

    /** The same when what can suspend was inferred. */
    int inferred() default 0;
}
