package dev.weft.blocking;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Methods that {@link CompletionStage} has since JDK 12, as {@link Newer}. */
final class NewerStages {
    private static final MethodType ONE =
            MethodType.methodType(CompletionStage.class, Function.class);
    private static final MethodType TWO = ONE.appendParameterTypes(Executor.class);

    private NewerStages() {}

    @SuppressWarnings("unchecked")
    static CompletionStage<Object> call(
            String name, CompletionStage<Object> stage, Function<Throwable, ?> fn) {
        try {
            return (CompletionStage<Object>) find(name, ONE).invoke(stage, fn);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    @SuppressWarnings("unchecked")
    static CompletionStage<Object> call(
            String name,
            CompletionStage<Object> stage,
            Function<Throwable, ?> fn,
            Executor executor) {
        try {
            return (CompletionStage<Object>) find(name, TWO).invoke(stage, fn, executor);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    private static MethodHandle find(String name, MethodType type)
            throws ReflectiveOperationException {
        return MethodHandles.publicLookup().findVirtual(CompletionStage.class, name, type);
    }

    private static RuntimeException thrown(Throwable e) {
        if (e instanceof Error) {
            throw (Error) e;
        }
        return e instanceof RuntimeException ? (RuntimeException) e : new IllegalStateException(e);
    }
}
