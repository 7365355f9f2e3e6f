package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.StandIn;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The methods of {@link Optional} that call a function, as plain code, so that it can suspend. */
public final class Optionals {
    private Optionals() {}

    /** {@link Optional#ifPresent(Consumer)}. */
    @Suspendable
    @StandIn(Optional.class)
    public static void ifPresent(Optional<Object> optional, Consumer<Object> action) {
        if (optional.isPresent()) {
            action.accept(optional.get());
        }
    }

    /** {@link Optional#ifPresentOrElse(Consumer, Runnable)}. */
    @Suspendable
    @StandIn(Optional.class)
    public static void ifPresentOrElse(
            Optional<Object> optional, Consumer<Object> action, Runnable otherwise) {
        if (optional.isPresent()) {
            action.accept(optional.get());
        } else {
            otherwise.run();
        }
    }

    /** {@link Optional#filter(Predicate)}. */
    @Suspendable
    @StandIn(Optional.class)
    public static Optional<Object> filter(Optional<Object> optional, Predicate<Object> filter) {
        Objects.requireNonNull(filter);
        return !optional.isPresent() || filter.test(optional.get()) ? optional : Optional.empty();
    }

    /** {@link Optional#map(Function)}. */
    @Suspendable
    @StandIn(Optional.class)
    public static Optional<Object> map(Optional<Object> optional, Function<Object, Object> mapper) {
        Objects.requireNonNull(mapper);
        return optional.isPresent()
                ? Optional.ofNullable(mapper.apply(optional.get()))
                : Optional.empty();
    }

    /** {@link Optional#flatMap(Function)}. */
    @Suspendable
    @StandIn(Optional.class)
    @SuppressWarnings("unchecked")
    public static Optional<Object> flatMap(
            Optional<Object> optional, Function<Object, Object> mapper) {
        Objects.requireNonNull(mapper);
        if (!optional.isPresent()) {
            return Optional.empty();
        }
        return (Optional<Object>) Objects.requireNonNull(mapper.apply(optional.get()));
    }

    /** {@link Optional#or(Supplier)}. */
    @Suspendable
    @StandIn(Optional.class)
    @SuppressWarnings("unchecked")
    public static Optional<Object> or(Optional<Object> optional, Supplier<Object> other) {
        Objects.requireNonNull(other);
        return optional.isPresent()
                ? optional
                : (Optional<Object>) Objects.requireNonNull(other.get());
    }

    /** {@link Optional#orElseGet(Supplier)}. */
    @Suspendable
    @StandIn(Optional.class)
    public static Object orElseGet(Optional<Object> optional, Supplier<Object> other) {
        return optional.isPresent() ? optional.get() : other.get();
    }

    /** {@link Optional#orElseThrow(Supplier)}. */
    @Suspendable
    @StandIn(Optional.class)
    public static Object orElseThrow(Optional<Object> optional, Supplier<Object> thrown)
            throws Throwable {
        if (optional.isPresent()) {
            return optional.get();
        }
        throw (Throwable) thrown.get();
    }
}
