package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.Companions;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A sequential stream whose functions can suspend.
 *
 * <p>A stream stays the JDK's until a woven caller gives it a woven function. From there on it is a
 * pipeline: what was there is its source, pulled element by element; stages push each element on to
 * the next, as ordinary woven code. Streams without woven functions are not touched at all.
 *
 * <p>The caller gets a {@link Stream} (or a stream of primitives) whose class is a dynamic proxy.
 * Woven callers recognise it and add their operations here; any other caller (code that is not
 * woven, {@code parallel()}, operations that are not listed in the patch table) is given a stream
 * of the JDK over what the pipeline produces, its functions pinned.
 */
final class Pipeline implements InvocationHandler {
    private static final ClassValue<Boolean> WOVEN =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(Class<?> type) {
                    return hasCompanion(type);
                }
            };

    private final PipelineSource source;
    private final List<Stages.Stage> stages;
    private final List<Runnable> closers;
    private boolean used;

    private Pipeline(PipelineSource source, List<Stages.Stage> stages, List<Runnable> closers) {
        this.source = source;
        this.stages = stages;
        this.closers = closers;
    }

    /** Whether a function can suspend when it is called by woven code. */
    static boolean isWoven(Object function) {
        return function != null && WOVEN.get(function.getClass());
    }

    private static boolean hasCompanion(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Class<?> i : c.getInterfaces()) {
                if (i.getDeclaringClass() == Companions.class || hasCompanion(i)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether an operation is to be done here. */
    static boolean suits(BaseStream<?, ?> stream, Object function) {
        return isPipeline(stream) || isWoven(function) && !stream.isParallel();
    }

    static boolean isPipeline(Object stream) {
        return stream != null
                && Proxy.isProxyClass(stream.getClass())
                && Proxy.getInvocationHandler(stream) instanceof Pipeline;
    }

    static Pipeline of(BaseStream<?, ?> stream) {
        if (isPipeline(stream)) {
            return (Pipeline) Proxy.getInvocationHandler(stream);
        }
        List<Runnable> closers = new ArrayList<>();
        closers.add(stream::close);
        return new Pipeline(new PipelineSource.OfIterator(stream.iterator()), List.of(), closers);
    }

    static Pipeline of(PipelineSource source) {
        return new Pipeline(source, List.of(), new ArrayList<>());
    }

    /** Closes the streams that it was made of, in order. */
    static Pipeline of(PipelineSource source, BaseStream<?, ?> a, BaseStream<?, ?> b) {
        List<Runnable> closers = new ArrayList<>();
        closers.add(a::close);
        closers.add(b::close);
        return new Pipeline(source, List.of(), closers);
    }

    /** Of an iterator that woven code can suspend in, such as a generator. */
    static Pipeline of(Iterator<?> items, Runnable closer) {
        List<Runnable> closers = new ArrayList<>();
        closers.add(closer);
        return new Pipeline(new PipelineSource.OfIterator(items), List.of(), closers);
    }

    Pipeline then(Stages.Stage stage) {
        use();
        List<Stages.Stage> more = new ArrayList<>(stages);
        more.add(stage);
        return new Pipeline(source, more, closers);
    }

    Pipeline map(Step step) {
        return then(next -> new Stages.Mapped(step, next));
    }

    Pipeline filter(Step test) {
        return then(next -> new Stages.Filtered(test, next));
    }

    Pipeline flatMap(Step step) {
        return then(next -> new Stages.Flattened(step, next));
    }

    Pipeline takeWhile(Step test) {
        return then(next -> new Stages.While(test, true, next));
    }

    Pipeline dropWhile(Step test) {
        return then(next -> new Stages.While(test, false, next));
    }

    Pipeline sorted(Step2 order) {
        return then(next -> new Stages.Sorted(order, next));
    }

    private void use() {
        if (used) {
            throw new IllegalStateException("stream has already been operated upon or closed");
        }
        used = true;
    }

    /** Runs the pipeline into its last stage. */
    @Suspendable
    <S extends Sink> S run(S last) {
        Sink first = start(last);
        push(first);
        first.end();
        return last;
    }

    /** As {@link #run}, for a stream within a stream: does not end the sink. */
    @Suspendable
    void pushTo(Sink sink) {
        Sink first = start(new Inner(sink));
        push(first);
        first.end();
    }

    @Suspendable
    private void push(Sink first) {
        while (first.wants() && source.advance(first)) {
            // one element at a time
        }
    }

    Sink start(Sink last) {
        use();
        Sink first = last;
        for (int i = stages.size() - 1; i >= 0; i--) {
            first = stages.get(i).before(first);
        }
        return first;
    }

    @Suspendable
    List<Object> toList() {
        return run(new Results.Buffer()).all;
    }

    /** Its elements, produced when they are asked for; suspends in woven callers. */
    Iterator<Object> iterator() {
        Results.Buffer buffer = new Results.Buffer();
        return new PipelineIterator(source, start(buffer), buffer.all);
    }

    @SuppressWarnings("unchecked")
    Stream<Object> objects() {
        return (Stream<Object>) stream(Stream.class);
    }

    IntStream ints() {
        return (IntStream) stream(IntStream.class);
    }

    LongStream longs() {
        return (LongStream) stream(LongStream.class);
    }

    DoubleStream doubles() {
        return (DoubleStream) stream(DoubleStream.class);
    }

    private Object stream(Class<?> type) {
        return Proxy.newProxyInstance(Pipeline.class.getClassLoader(), new Class<?>[] {type}, this);
    }

    /** An operation that is called as any other class's method would be. */
    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "equals":
                return proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            case "toString":
                return method.getDeclaringClass() == Object.class ? describe() : null;
            case "isParallel":
                return false;
            case "close":
                Closers.run(closers);
                return null;
            case "onClose":
                closers.add((Runnable) arguments[0]);
                return proxy;
            case "sequential":
            case "unordered":
                return proxy;
            default:
                return PipelineOperations.apply(this, proxy, method, arguments);
        }
    }

    private String describe() {
        return "Weft stream of " + stages.size() + " stages";
    }

    /** Hands on to a sink that goes on afterwards. */
    @Suspendable
    private static final class Inner extends Sink {
        private final Sink outer;

        Inner(Sink outer) {
            super(null);
            this.outer = outer;
        }

        @Override
        void accept(Object x) {
            outer.accept(x);
        }

        @Override
        boolean wants() {
            return outer.wants();
        }
    }

    /** Closes as {@link BaseStream#close} says: all, the first failure thrown, the others added. */
    private static final class Closers {
        static void run(List<Runnable> closers) throws Throwable {
            Throwable first = null;
            for (Runnable closer : closers) {
                try {
                    closer.run();
                } catch (RuntimeException | Error e) {
                    if (first == null) {
                        first = e;
                    } else if (first != e) {
                        first.addSuppressed(e);
                    }
                }
            }
            closers.clear();
            if (first != null) {
                throw first;
            }
        }
    }

    /** Calls an operation on a stream of the JDK. */
    static Object onJdk(Object stream, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(stream, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
