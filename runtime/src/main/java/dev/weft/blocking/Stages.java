package dev.weft.blocking;

import dev.weft.Suspendable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.BaseStream;

/** The intermediate stages of a {@link Pipeline}. */
final class Stages {
    private Stages() {}

    /** Makes a stage's sink in front of the next one. */
    @FunctionalInterface
    interface Stage {
        Sink before(Sink next);
    }

    /** map, peek, boxing. */
    @Suspendable
    static final class Mapped extends Sink {
        private final Step step;

        Mapped(Step step, Sink next) {
            super(next);
            this.step = step;
        }

        @Override
        void accept(Object x) {
            next.accept(step.apply(x));
        }
    }

    /** filter. */
    @Suspendable
    static final class Filtered extends Sink {
        private final Step test;

        Filtered(Step test, Sink next) {
            super(next);
            this.test = test;
        }

        @Override
        void accept(Object x) {
            if ((Boolean) test.apply(x)) {
                next.accept(x);
            }
        }
    }

    /** flatMap: null stands for no elements; the inner stream is closed. */
    @Suspendable
    static final class Flattened extends Sink {
        private final Step step;

        Flattened(Step step, Sink next) {
            super(next);
            this.step = step;
        }

        @Override
        void accept(Object x) {
            BaseStream<?, ?> inner = (BaseStream<?, ?>) step.apply(x);
            if (inner == null) {
                return;
            }
            try {
                Pipeline.of(inner.sequential()).pushTo(next);
            } finally {
                inner.close();
            }
        }
    }

    /** mapMulti: the function is given the next stage. */
    @Suspendable
    static final class Multiplied extends Sink {
        private final BiConsumer<Object, Consumer<Object>> f;

        Multiplied(BiConsumer<Object, Consumer<Object>> f, Sink next) {
            super(next);
            this.f = f;
        }

        @Override
        void accept(Object x) {
            Consumer<Object> to = y -> next.accept(y);
            f.accept(x, to);
        }
    }

    /** limit and skip. */
    @Suspendable
    static final class Sliced extends Sink {
        private long skip;
        private long left;

        Sliced(long skip, long limit, Sink next) {
            super(next);
            this.skip = skip;
            left = limit;
        }

        @Override
        void accept(Object x) {
            if (skip > 0) {
                skip--;
            } else if (left > 0) {
                left--;
                next.accept(x);
            }
        }

        @Override
        boolean wants() {
            return left > 0 && next.wants();
        }
    }

    /** takeWhile and dropWhile. */
    @Suspendable
    static final class While extends Sink {
        private final Step test;
        private final boolean take;
        private boolean passed;

        While(Step test, boolean take, Sink next) {
            super(next);
            this.test = test;
            this.take = take;
        }

        @Override
        void accept(Object x) {
            if (!passed && !(Boolean) test.apply(x)) {
                passed = true;
            }
            if (passed != take) {
                next.accept(x);
            }
        }

        @Override
        boolean wants() {
            return !(take && passed) && next.wants();
        }
    }

    /** distinct. */
    @Suspendable
    static final class Distinct extends Sink {
        private final Set<Object> seen = new HashSet<>();

        Distinct(Sink next) {
            super(next);
        }

        @Override
        void accept(Object x) {
            if (seen.add(x)) {
                next.accept(x);
            }
        }
    }

    /** sorted: all elements are there before the first goes on. */
    @Suspendable
    static final class Sorted extends Sink {
        private final List<Object> all = new ArrayList<>();
        private final Step2 order;

        Sorted(Step2 order, Sink next) {
            super(next);
            this.order = order;
        }

        @Override
        void accept(Object x) {
            all.add(x);
        }

        @Override
        void end() {
            Object[] sorted = all.toArray();
            Sorting.sort(sorted, order);
            for (int i = 0; i < sorted.length && next.wants(); i++) {
                next.accept(sorted[i]);
            }
            next.end();
        }

        @Override
        boolean wants() {
            return true;
        }
    }
}
