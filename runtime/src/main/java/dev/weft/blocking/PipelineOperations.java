package dev.weft.blocking;

import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/**
 * Operations on a {@link Pipeline} that are called through its stream: those without a function add
 * a stage; any other continues on a stream of the JDK.
 */
final class PipelineOperations {
    private PipelineOperations() {}

    static Object apply(Pipeline pipeline, Object proxy, Method method, Object[] arguments)
            throws Throwable {
        int n = arguments == null ? 0 : arguments.length;
        switch (method.getName() + n) {
            case "limit1":
                return same(pipeline.then(slice(0, count(arguments))), proxy);
            case "skip1":
                return same(pipeline.then(slice(count(arguments), Long.MAX_VALUE)), proxy);
            case "distinct0":
                return same(pipeline.then(Stages.Distinct::new), proxy);
            case "sorted0":
                return same(pipeline.sorted(Sorting.natural()), proxy);
            case "boxed0":
                return pipeline.then(next -> next).objects();
            case "asLongStream0":
                return pipeline.map(x -> ((Number) x).longValue()).longs();
            case "asDoubleStream0":
                return pipeline.map(x -> ((Number) x).doubleValue()).doubles();
            default:
                return Pipeline.onJdk(jdk(pipeline, proxy), method, arguments);
        }
    }

    private static long count(Object[] arguments) {
        long count = (Long) arguments[0];
        if (count < 0) {
            throw new IllegalArgumentException(Long.toString(count));
        }
        return count;
    }

    private static Stages.Stage slice(long skip, long limit) {
        return next -> new Stages.Sliced(skip, limit, next);
    }

    private static Object same(Pipeline pipeline, Object proxy) {
        if (proxy instanceof IntStream) {
            return pipeline.ints();
        }
        if (proxy instanceof LongStream) {
            return pipeline.longs();
        }
        return proxy instanceof DoubleStream ? pipeline.doubles() : pipeline.objects();
    }

    /** A stream of the JDK over what the pipeline produces. */
    private static Object jdk(Pipeline pipeline, Object proxy) {
        Iterator<Object> items = pipeline.iterator();
        int order = Spliterator.ORDERED;
        int numbers = order | Spliterator.NONNULL;
        if (proxy instanceof IntStream) {
            PrimitiveIterator.OfInt ints = ((PipelineIterator) items).ints();
            return StreamSupport.intStream(
                    Spliterators.spliteratorUnknownSize(ints, numbers), false);
        }
        if (proxy instanceof LongStream) {
            PrimitiveIterator.OfLong longs = ((PipelineIterator) items).longs();
            return StreamSupport.longStream(
                    Spliterators.spliteratorUnknownSize(longs, numbers), false);
        }
        if (proxy instanceof DoubleStream) {
            PrimitiveIterator.OfDouble doubles = ((PipelineIterator) items).doubles();
            return StreamSupport.doubleStream(
                    Spliterators.spliteratorUnknownSize(doubles, numbers), false);
        }
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(items, order), false);
    }
}
