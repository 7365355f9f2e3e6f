package dev.weft.blocking;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.stream.Stream;

/** Methods of the JDK that releases later than 11 have: called only where they were compiled in. */
final class Newer {
    private static final MethodHandle TO_LIST = toList();

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

    private static MethodHandle toList() {
        try {
            MethodType type = MethodType.methodType(List.class);
            return MethodHandles.publicLookup().findVirtual(Stream.class, "toList", type);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
