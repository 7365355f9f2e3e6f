package dev.weft.blocking;

import dev.weft.Suspendable;
import java.util.Iterator;

/** Where a {@link Pipeline}'s elements come from. */
@Suspendable
abstract class PipelineSource {
    /** Hands on one element; false when there is none. */
    abstract boolean advance(Sink to);

    /** Of a stream of the JDK. */
    @Suspendable
    static final class OfIterator extends PipelineSource {
        private final Iterator<?> items;

        OfIterator(Iterator<?> items) {
            this.items = items;
        }

        @Override
        boolean advance(Sink to) {
            if (!items.hasNext()) {
                return false;
            }
            to.accept(items.next());
            return true;
        }
    }

    /** generate: a value a call. */
    @Suspendable
    static final class Generated extends PipelineSource {
        private final Step generator;

        Generated(Step generator) {
            this.generator = generator;
        }

        @Override
        boolean advance(Sink to) {
            to.accept(generator.apply(null));
            return true;
        }
    }

    /** iterate: each value made of the one before. */
    @Suspendable
    static final class Iterated extends PipelineSource {
        private final Step hasNext;
        private final Step next;
        private Object value;
        private boolean started;
        private boolean ended;

        /** A null test goes on for ever. */
        Iterated(Object seed, Step hasNext, Step next) {
            value = seed;
            this.hasNext = hasNext;
            this.next = next;
        }

        @Override
        boolean advance(Sink to) {
            if (ended) {
                return false;
            }
            if (started) {
                value = next.apply(value);
            }
            started = true;
            if (hasNext != null && !(Boolean) hasNext.apply(value)) {
                ended = true;
                return false;
            }
            to.accept(value);
            return true;
        }
    }

    /** concat: all of one, then all of the other. */
    @Suspendable
    static final class Concatenated extends PipelineSource {
        private final Iterator<?> second;
        private Iterator<?> items;

        Concatenated(Iterator<?> first, Iterator<?> second) {
            this.second = second;
            items = first;
        }

        @Override
        boolean advance(Sink to) {
            if (!items.hasNext()) {
                if (items == second) {
                    return false;
                }
                items = second;
                return advance(to);
            }
            to.accept(items.next());
            return true;
        }
    }
}
