package dev.weft.blocking;

import dev.weft.Suspendable;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/** Pulls a {@link Pipeline}'s elements: pushes from its source until something comes out. */
@Suspendable
final class PipelineIterator implements Iterator<Object> {
    private final PipelineSource source;
    private final Sink first;
    private final List<Object> out;
    private int at;
    private boolean ended;

    PipelineIterator(PipelineSource source, Sink first, List<Object> out) {
        this.source = source;
        this.first = first;
        this.out = out;
    }

    @Override
    public boolean hasNext() {
        if (at == out.size()) {
            out.clear();
            at = 0;
        }
        while (out.isEmpty() && !ended) {
            if (!first.wants() || !source.advance(first)) {
                ended = true;
                first.end();
            }
        }
        return at < out.size();
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return out.set(at++, null);
    }

    /** For IntStream. */
    PrimitiveIterator.OfInt ints() {
        return new Ints(this);
    }

    /** For LongStream. */
    PrimitiveIterator.OfLong longs() {
        return new Longs(this);
    }

    /** For DoubleStream. */
    PrimitiveIterator.OfDouble doubles() {
        return new Doubles(this);
    }

    @Suspendable
    private static final class Ints implements PrimitiveIterator.OfInt {
        private final Iterator<Object> items;

        Ints(Iterator<Object> items) {
            this.items = items;
        }

        @Override
        public boolean hasNext() {
            return items.hasNext();
        }

        @Override
        public int nextInt() {
            return (Integer) items.next();
        }

        @Override
        public Integer next() {
            return nextInt();
        }

        @Override
        public void forEachRemaining(IntConsumer action) {
            while (hasNext()) {
                action.accept(nextInt());
            }
        }
    }

    @Suspendable
    private static final class Longs implements PrimitiveIterator.OfLong {
        private final Iterator<Object> items;

        Longs(Iterator<Object> items) {
            this.items = items;
        }

        @Override
        public boolean hasNext() {
            return items.hasNext();
        }

        @Override
        public long nextLong() {
            return (Long) items.next();
        }

        @Override
        public Long next() {
            return nextLong();
        }

        @Override
        public void forEachRemaining(LongConsumer action) {
            while (hasNext()) {
                action.accept(nextLong());
            }
        }
    }

    @Suspendable
    private static final class Doubles implements PrimitiveIterator.OfDouble {
        private final Iterator<Object> items;

        Doubles(Iterator<Object> items) {
            this.items = items;
        }

        @Override
        public boolean hasNext() {
            return items.hasNext();
        }

        @Override
        public double nextDouble() {
            return (Double) items.next();
        }

        @Override
        public Double next() {
            return nextDouble();
        }

        @Override
        public void forEachRemaining(DoubleConsumer action) {
            while (hasNext()) {
                action.accept(nextDouble());
            }
        }
    }
}
