package dev.weft.handwoven;

import dev.weft.continuation.Continuation;
import dev.weft.generator.Coroutine;
import dev.weft.generator.CoroutineContext;
import dev.weft.generator.Generator;
import dev.weft.generator.IntGenerator;
import dev.weft.generator.IntYielder;
import dev.weft.generator.ResultGenerator;
import dev.weft.generator.SymmetricCoroutine;
import dev.weft.generator.Yielder;
import dev.weft.woven.Stack;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Bodies as the weaver would make them, from scripts. */
public final class Woven {
    private Woven() {}

    /** A generator. */
    public static <T> Generator<T> generator(Function<Yielder<T>, Script> body) {
        return Generator.of(body(body));
    }

    /** A generator's body. */
    public static <T> Generator.Body<T> body(Function<Yielder<T>, Script> body) {
        return new Generator.Body<>() {
            @Override
            public void run(Yielder<T> yielder) {
                run(yielder, Stack.PINNED);
            }

            @Override
            public void run(Yielder<T> yielder, Stack stack) {
                body.apply(yielder).run(null, stack);
            }
        };
    }

    /** A generator with a result. */
    public static <T, R> ResultGenerator<T, R> returning(Function<Yielder<T>, Script> body) {
        return Generator.returning(
                new ResultGenerator.Body<T, R>() {
                    @Override
                    public R run(Yielder<T> yielder) {
                        return run(yielder, Stack.PINNED);
                    }

                    @Override
                    @SuppressWarnings("unchecked")
                    public R run(Yielder<T> yielder, Stack stack) {
                        return (R) body.apply(yielder).run(null, stack);
                    }
                });
    }

    /** A generator of ints. */
    public static IntGenerator ints(Function<IntYielder, Script> body) {
        return IntGenerator.of(
                new IntGenerator.Body() {
                    @Override
                    public void run(IntYielder yielder) {
                        run(yielder, Stack.PINNED);
                    }

                    @Override
                    public void run(IntYielder yielder, Stack stack) {
                        body.apply(yielder).run(null, stack);
                    }
                });
    }

    /** A coroutine's body; the first step's argument is the first value. */
    public static <I, O> Coroutine.Body<I, O> coroutine(
            Function<CoroutineContext<I, O>, Script> body) {
        return new Coroutine.Body<>() {
            @Override
            public O run(CoroutineContext<I, O> context, I first) {
                return run(context, first, Stack.PINNED);
            }

            @Override
            @SuppressWarnings("unchecked")
            public O run(CoroutineContext<I, O> context, I first, Stack stack) {
                return (O) body.apply(context).run(first, stack);
            }
        };
    }

    /** A symmetric coroutine's body. */
    public static <T> SymmetricCoroutine.Body<T> symmetric(Script body) {
        return new SymmetricCoroutine.Body<>() {
            @Override
            public T run(T first) {
                return run(first, Stack.PINNED);
            }

            @Override
            @SuppressWarnings("unchecked")
            public T run(T first, Stack stack) {
                return (T) body.run(first, stack);
            }
        };
    }

    /** A continuation's body. */
    public static Continuation.Body continuation(BiFunction<Object, Stack, Object> body) {
        return new Continuation.Body() {
            @Override
            public Object run(Object first) {
                return run(first, Stack.PINNED);
            }

            @Override
            public Object run(Object first, Stack stack) {
                return body.apply(first, stack);
            }
        };
    }

    /** A step that yields. */
    public static <T> Script.Step yields(Yielder<T> y, T value) {
        return (previous, stack) -> {
            y.yield(value, stack);
            return null;
        };
    }
}
