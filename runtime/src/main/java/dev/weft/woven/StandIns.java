package dev.weft.woven;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lists the classes that hold {@linkplain StandIn stand-ins}: the patch table's chapters. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StandIns {
    /** The classes. */
    Class<?>[] value();
}
