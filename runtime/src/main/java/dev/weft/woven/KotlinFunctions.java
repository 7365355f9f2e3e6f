package dev.weft.woven;

/**
 * The companions (see {@link Companions}) of Kotlin's function types: what woven lambdas, and woven
 * classes that implement a function type, implement as well.
 */
public final class KotlinFunctions {
    private KotlinFunctions() {}

    /** Of {@code Function0.invoke}. */
    public interface Of0 {
        /** The body that can suspend. */
        Object invoke(Stack stack);
    }

    /** Of {@code Function1.invoke}. */
    public interface Of1 {
        /** The body that can suspend. */
        Object invoke(Object a1, Stack stack);
    }

    /** Of {@code Function2.invoke}. */
    public interface Of2 {
        /** The body that can suspend. */
        Object invoke(Object a1, Object a2, Stack stack);
    }

    /** Of {@code Function3.invoke}. */
    public interface Of3 {
        /** The body that can suspend. */
        Object invoke(Object a1, Object a2, Object a3, Stack stack);
    }

    /** Of {@code Function4.invoke}. */
    public interface Of4 {
        /** The body that can suspend. */
        Object invoke(Object a1, Object a2, Object a3, Object a4, Stack stack);
    }

    /** Of {@code Function5.invoke}. */
    public interface Of5 {
        /** The body that can suspend. */
        Object invoke(Object a1, Object a2, Object a3, Object a4, Object a5, Stack stack);
    }

    /** Of {@code Function6.invoke}. */
    public interface Of6 {
        /** The body that can suspend. */
        Object invoke(
                Object a1, Object a2, Object a3, Object a4, Object a5, Object a6, Stack stack);
    }

    /** Of {@code Function7.invoke}. */
    public interface Of7 {
        /** The body that can suspend. */
        Object invoke(
                Object a1,
                Object a2,
                Object a3,
                Object a4,
                Object a5,
                Object a6,
                Object a7,
                Stack stack);
    }

    /** Of {@code Function8.invoke}. */
    public interface Of8 {
        /** The body that can suspend. */
        Object invoke(
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

    /** Of {@code Function9.invoke}. */
    public interface Of9 {
        /** The body that can suspend. */
        Object invoke(
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

    /** Of {@code Function10.invoke}. */
    public interface Of10 {
        /** The body that can suspend. */
        Object invoke(
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
