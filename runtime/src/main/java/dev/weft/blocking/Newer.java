package dev.weft.blocking;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Methods of the JDK that releases later than 11 have: called only where they were compiled in. */
final class Newer {
    private static final MethodHandle TO_LIST = find("toList", MethodType.methodType(List.class));
    private static final MethodHandle MAP_MULTI =
            find("mapMulti", MethodType.methodType(Stream.class, BiConsumer.class));

    private Newer() {}

    @SuppressWarnings("unchecked")
    static List<Object> toList(Stream<Object> stream) {
        try {
            return (List<Object>) TO_LIST.invokeExact(stream);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static Stream<Object> mapMulti(Stream<Object> stream, BiConsumer<Object, Consumer<Object>> f) {
        try {
            return (Stream<Object>) MAP_MULTI.invokeExact(stream, f);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Null on a JDK that does not have it. */
    private static MethodHandle find(String name, MethodType type) {
        try {
            return MethodHandles.publicLookup().findVirtual(Stream.class, name, type);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
