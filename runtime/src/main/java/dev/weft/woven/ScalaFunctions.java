package dev.weft.woven;

/**
 * The companions (see {@link Companions}) of Scala's function types, by-name arguments included. A
 * woven function has the general method only: it is called with boxes where Scala has methods for
 * primitive types.
 */
public final class ScalaFunctions {
    private ScalaFunctions() {}

    /** Of {@code Function0.apply}. */
    public interface Of0 {
        /** The body that can suspend. */
        Object apply(Stack stack);
    }

    /** Of {@code Function1.apply}. */
    public interface Of1 {
        /** The body that can suspend. */
        Object apply(Object a1, Stack stack);
    }

    /** Of {@code Function2.apply}. */
    public interface Of2 {
        /** The body that can suspend. */
        Object apply(Object a1, Object a2, Stack stack);
    }

    /** Of {@code Function3.apply}. */
    public interface Of3 {
        /** The body that can suspend. */
        Object apply(Object a1, Object a2, Object a3, Stack stack);
    }

    /** Of {@code Function4.apply}. */
    public interface Of4 {
        /** The body that can suspend. */
        Object apply(Object a1, Object a2, Object a3, Object a4, Stack stack);
    }

    /** Of {@code Function5.apply}. */
    public interface Of5 {
        /** The body that can suspend. */
        Object apply(Object a1, Object a2, Object a3, Object a4, Object a5, Stack stack);
    }

    /** Of {@code Function6.apply}. */
    public interface Of6 {
        /** The body that can suspend. */
        Object apply(Object a1, Object a2, Object a3, Object a4, Object a5, Object a6, Stack stack);
    }

    /** Of {@code Function7.apply}. */
    public interface Of7 {
        /** The body that can suspend. */
        Object apply(
                Object a1,
                Object a2,
                Object a3,
                Object a4,
                Object a5,
                Object a6,
                Object a7,
                Stack stack);
    }

    /** Of {@code Function8.apply}. */
    public interface Of8 {
        /** The body that can suspend. */
        Object apply(
                Object a1,
                Object a2,
                Object a3,
                Object a4,
                Object a5,
                Object a6,
                Object a7,
                Object a8,
                Stack stack);
    }

    /** Of {@code Function9.apply}. */
    public interface Of9 {
        /** The body that can suspend. */
        Object apply(
                Object a1,
                Object a2,
                Object a3,
                Object a4,
                Object a5,
                Object a6,
                Object a7,
                Object a8,
                Object a9,
                Stack stack);
    }

    /** Of {@code Function10.apply}. */
    public interface Of10 {
        /** The body that can suspend. */
        Object apply(
                Object a1,
                Object a2,
                Object a3,
                Object a4,
                Object a5,
                Object a6,
                Object a7,
                Object a8,
                Object a9,
                Object a10,
                Stack stack);
    }
}
