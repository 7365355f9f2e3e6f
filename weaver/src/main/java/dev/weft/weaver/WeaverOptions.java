package dev.weft.weaver;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How to weave. Immutable; made by {@link #builder()}. */
public final class WeaverOptions {
    private final Map<PatternOption, List<String>> patterns = new EnumMap<>(PatternOption.class);
    private final boolean chaos;
    private final boolean compact;
    private final boolean tailCalls;
    private final Set<String> inferred;

    private WeaverOptions(Builder b) {
        // no lambda and no stream here: the first in a JVM would delay the start under the agent
        for (Map.Entry<PatternOption, List<String>> entry : b.patterns.entrySet()) {
            patterns.put(entry.getKey(), List.copyOf(entry.getValue()));
        }
        chaos = b.chaos;
        compact = b.compact;
        tailCalls = b.tailCalls;
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
     * The patterns given for an option.
     *
     * @param option which one
     * @return empty when none were given; never null
     */
    public List<String> patterns(PatternOption option) {
        return patterns.getOrDefault(option, List.of());
    }

    /**
     * Patterns of classes whose methods are all suspendable, such as {@code com.acme.**}.
     *
     * @return never null
     */
    public List<String> suspendable() {
        return patterns(PatternOption.SUSPENDABLE);
    }

    /**
     * Patterns of classes that are not woven.
     *
     * @return never null
     */
    public List<String> exclude() {
        return patterns(PatternOption.EXCLUDE);
    }

    /**
     * Whether some option names classes that may have no trace of Weft in their class files.
     *
     * @return false when only annotations and libraries' declarations count
     */
    public boolean namesClasses() {
        for (PatternOption option : patterns.keySet()) {
            if (option.chooses()) {
                return true;
            }
        }
        return false;
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
        return patterns(PatternOption.INFER);
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
        patterns.forEach((option, list) -> list.forEach(pattern -> copy.add(option, pattern)));
        copy.inferred.addAll(methods);
        return copy.chaos(chaos).compact(compact).tailCalls(tailCalls).build();
    }

    /**
     * Whether all methods are woven as those that would be too large: less code, larger frames.
     *
     * @return the default is false
     */
    public boolean compact() {
        return compact;
    }

    /**
     * Whether a method whose last call suspends needs no frame, so that it is missing in traces.
     *
     * @return the default is false
     */
    public boolean tailCalls() {
        return tailCalls;
    }

    /** All options; equal for options that weave alike. */
    @Override
    public String toString() {
        return patterns + " chaos=" + chaos + " compact=" + compact + " tail-calls=" + tailCalls;
    }

    /** Collects options. */
    public static final class Builder {
        private final Map<PatternOption, List<String>> patterns =
                new EnumMap<>(PatternOption.class);
        private final Set<String> inferred = new HashSet<>();
        private boolean chaos;
        private boolean compact;
        private boolean tailCalls;

        private Builder() {}

        /**
         * Adds a pattern of classes of which it is computed what can suspend.
         *
         * @param pattern as for {@link #add}
         * @return this
         */
        public Builder infer(String pattern) {
            return add(PatternOption.INFER, pattern);
        }

        /**
         * Adds a pattern to an option.
         *
         * @param option which one
         * @param pattern dots between names; {@code *} within a name, {@code **} across names
         * @return this
         */
        public Builder add(PatternOption option, String pattern) {
            Objects.requireNonNull(pattern, "pattern");
            patterns.computeIfAbsent(option, o -> new ArrayList<>()).add(pattern);
            return this;
        }

        /**
         * Adds a pattern of suspendable classes.
         *
         * @param pattern as for {@link #add}
         * @return this
         */
        public Builder suspendable(String pattern) {
            return add(PatternOption.SUSPENDABLE, pattern);
        }

        /**
         * Adds a pattern of classes not to weave.
         *
         * @param pattern as for {@link #add}
         * @return this
         */
        public Builder exclude(String pattern) {
            return add(PatternOption.EXCLUDE, pattern);
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
         * Makes less code in every method, not only where the usual code would be too large.
         *
         * @param on true for all
         * @return this
         */
        public Builder compact(boolean on) {
            compact = on;
            return this;
        }

        /**
         * Keeps no frame for a method whose last call suspends. Saves memory, and lets suspending
         * recursion go on for ever; the method's name is missing in stack traces and dumps.
         *
         * @param on true for all methods
         * @return this
         */
        public Builder tailCalls(boolean on) {
            tailCalls = on;
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
