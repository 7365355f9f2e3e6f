package dev.weft.weaver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How to weave. Immutable; made by {@link #builder()}. */
public final class WeaverOptions {
    private final List<String> suspendable;
    private final List<String> exclude;
    private final boolean chaos;
    private final List<String> infer;
    private final Set<String> inferred;

    private WeaverOptions(Builder b) {
        suspendable = List.copyOf(b.suspendable);
        exclude = List.copyOf(b.exclude);
        chaos = b.chaos;
        infer = List.copyOf(b.infer);
        inferred = Set.copyOf(b.inferred);
    }

    /**
     * Starts with the defaults: annotations only, nothing excluded.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Patterns of classes whose methods are all suspendable, such as {@code com.acme.**}.
     *
     * @return never null
     */
    public List<String> suspendable() {
        return suspendable;
    }

    /**
     * Patterns of classes that are not woven.
     *
     * @return never null
     */
    public List<String> exclude() {
        return exclude;
    }

    /**
     * Whether every suspendable call is made to suspend and resume once (for tests).
     *
     * @return the default is false
     */
    public boolean chaos() {
        return chaos;
    }

    /**
     * Patterns of classes of which it is computed what can suspend.
     *
     * @return never null
     */
    public List<String> infer() {
        return infer;
    }

    /**
     * What was computed: suspendable methods.
     *
     * @return {@code class.name(args)result} with the class's internal name
     */
    public Set<String> inferred() {
        return inferred;
    }

    /**
     * The same options with what was inferred.
     *
     * @param methods as for {@link #inferred()}
     * @return new options
     */
    public WeaverOptions withInferred(Set<String> methods) {
        Builder copy = new Builder();
        copy.suspendable.addAll(suspendable);
        copy.exclude.addAll(exclude);
        copy.infer.addAll(infer);
        copy.inferred.addAll(methods);
        return copy.chaos(chaos).build();
    }

    /** Collects options. */
    public static final class Builder {
        private final List<String> suspendable = new ArrayList<>();
        private final List<String> exclude = new ArrayList<>();
        private final List<String> infer = new ArrayList<>();
        private final Set<String> inferred = new HashSet<>();
        private boolean chaos;

        private Builder() {}

        /**
         * Adds a pattern of classes of which it is computed what can suspend. Only for weaving whole
         * folders and jars; one class alone doesn't tell.
         *
         * @param pattern as for {@link #suspendable}
         * @return this
         */
        public Builder infer(String pattern) {
            infer.add(pattern);
            return this;
        }

        /**
         * Adds a pattern of suspendable classes.
         *
         * @param pattern dots between names; {@code *} within a name, {@code **} across names
         * @return this
         */
        public Builder suspendable(String pattern) {
            suspendable.add(pattern);
            return this;
        }

        /**
         * Adds a pattern of classes not to weave.
         *
         * @param pattern as for {@link #suspendable}
         * @return this
         */
        public Builder exclude(String pattern) {
            exclude.add(pattern);
            return this;
        }

        /**
         * Forces a suspension at every suspendable call.
         *
         * @param on true to force
         * @return this
         */
        public Builder chaos(boolean on) {
            chaos = on;
            return this;
        }

        /**
         * Finishes.
         *
         * @return the options
         */
        public WeaverOptions build() {
            return new WeaverOptions(this);
        }
    }
}
