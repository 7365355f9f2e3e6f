package dev.weft.blocking;

import dev.weft.Suspendable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The last stages of a {@link Pipeline}. */
final class Results {
    private Results() {}

    /** Keeps the elements. */
    @Suspendable
    static final class Buffer extends Sink {
        final List<Object> all = new ArrayList<>();

        Buffer() {
            super(null);
        }

        @Override
        void accept(Object x) {
            all.add(x);
        }
    }

    /** forEach, and what collects by side effect. */
    @Suspendable
    static final class Each extends Sink {
        private final Step action;

        Each(Step action) {
            super(null);
            this.action = action;
        }

        @Override
        void accept(Object x) {
            action.apply(x);
        }
    }

    /** reduce, min and max. */
    @Suspendable
    static final class Reduced extends Sink {
        private final Step2 combine;
        private boolean any;
        private Object value;

        Reduced(Step2 combine) {
            super(null);
            this.combine = combine;
        }

        Reduced(Object identity, Step2 combine) {
            this(combine);
            value = identity;
            any = true;
        }

        @Override
        void accept(Object x) {
            value = any ? combine.apply(value, x) : x;
            any = true;
        }

        Object value() {
            return value;
        }

        boolean isEmpty() {
            return !any;
        }

        /** As the JDK: null is not a result. */
        Optional<Object> optional() {
            return any ? Optional.of(value) : Optional.empty();
        }
    }

    /** anyMatch, allMatch, noneMatch. */
    @Suspendable
    static final class Matched extends Sink {
        private final Step test;
        private final boolean stopAt;
        private boolean stopped;

        Matched(Step test, boolean stopAt) {
            super(null);
            this.test = test;
            this.stopAt = stopAt;
        }

        @Override
        void accept(Object x) {
            stopped = (Boolean) test.apply(x) == stopAt;
        }

        @Override
        boolean wants() {
            return !stopped;
        }

        boolean stopped() {
            return stopped;
        }
    }

    /** findFirst, findAny. */
    @Suspendable
    static final class Found extends Sink {
        private boolean any;
        private Object value;

        Found() {
            super(null);
        }

        @Override
        void accept(Object x) {
            value = x;
            any = true;
        }

        @Override
        boolean wants() {
            return !any;
        }

        boolean isEmpty() {
            return !any;
        }

        Object value() {
            return value;
        }
    }
}
