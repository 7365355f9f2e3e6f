package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.StandIn;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The JDK's functions over maps, as plain code, so that the function can suspend: for HashMap,
 * LinkedHashMap, TreeMap and subclasses that inherit the method. Concurrent maps call the function
 * under a lock or in a retry loop and are called as they are, as is every other map.
 *
 * <p>A HashMap whose size the function changes throws {@link ConcurrentModificationException} as
 * its own methods do; changes that keep the size are not noticed.
 */
public final class Maps {
    private Maps() {}

    /** {@link Map#forEach(BiConsumer)}. */
    @Suspendable
    @StandIn(Map.class)
    public static void forEach(Map<Object, Object> map, BiConsumer<Object, Object> action) {
        if (action == null || !isPlain(map, "forEach", BiConsumer.class)) {
            map.forEach(action);
            return;
        }
        Iterator<Map.Entry<Object, Object>> each = map.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Object, Object> entry = each.next();
            action.accept(entry.getKey(), entry.getValue());
        }
    }

    /** {@link Map#replaceAll(BiFunction)}. */
    @Suspendable
    @StandIn(Map.class)
    public static void replaceAll(
            Map<Object, Object> map, BiFunction<Object, Object, Object> function) {
        if (function == null || !isPlain(map, "replaceAll", BiFunction.class)) {
            map.replaceAll(function);
            return;
        }
        Iterator<Map.Entry<Object, Object>> each = map.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Object, Object> entry = each.next();
            entry.setValue(function.apply(entry.getKey(), entry.getValue()));
        }
    }

    /** {@link Map#computeIfAbsent(Object, Function)}. */
    @Suspendable
    @StandIn(Map.class)
    public static Object computeIfAbsent(
            Map<Object, Object> map, Object key, Function<Object, Object> function) {
        if (function == null || !isPlain(map, "computeIfAbsent", Object.class, Function.class)) {
            return map.computeIfAbsent(key, function);
        }
        Object old = map.get(key);
        if (old != null) {
            return old;
        }
        int size = map.size();
        Object value = function.apply(key);
        checkSize(map, size);
        if (value != null) {
            map.put(key, value);
        }
        return value;
    }

    /** {@link Map#computeIfPresent(Object, BiFunction)}. */
    @Suspendable
    @StandIn(Map.class)
    public static Object computeIfPresent(
            Map<Object, Object> map, Object key, BiFunction<Object, Object, Object> function) {
        if (function == null || !isPlain(map, "computeIfPresent", Object.class, BiFunction.class)) {
            return map.computeIfPresent(key, function);
        }
        Object old = map.get(key);
        if (old == null) {
            return null;
        }
        int size = map.size();
        Object value = function.apply(key, old);
        checkSize(map, size);
        return store(map, key, value);
    }

    /** {@link Map#compute(Object, BiFunction)}. */
    @Suspendable
    @StandIn(Map.class)
    public static Object compute(
            Map<Object, Object> map, Object key, BiFunction<Object, Object, Object> function) {
        if (function == null || !isPlain(map, "compute", Object.class, BiFunction.class)) {
            return map.compute(key, function);
        }
        Object old = map.get(key);
        int size = map.size();
        Object value = function.apply(key, old);
        checkSize(map, size);
        return store(map, key, value);
    }

    /** {@link Map#merge(Object, Object, BiFunction)}. */
    @Suspendable
    @StandIn(Map.class)
    public static Object merge(
            Map<Object, Object> map,
            Object key,
            Object value,
            BiFunction<Object, Object, Object> function) {
        if (function == null
                || value == null
                || !isPlain(map, "merge", Object.class, Object.class, BiFunction.class)) {
            return map.merge(key, value, function);
        }
        Object old = map.get(key);
        if (old == null) {
            map.put(key, value);
            return value;
        }
        int size = map.size();
        Object merged = function.apply(old, value);
        checkSize(map, size);
        return store(map, key, merged);
    }

    private static Object store(Map<Object, Object> map, Object key, Object value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
        return value;
    }

    private static boolean isPlain(Map<Object, Object> map, String method, Class<?>... parameters) {
        Objects.requireNonNull(map);
        return (map instanceof HashMap || map instanceof TreeMap)
                && Jdk.inherits(map, method, parameters);
    }

    private static void checkSize(Map<Object, Object> map, int size) {
        if (map.size() != size) {
            throw new ConcurrentModificationException();
        }
    }
}
