package dev.weft.continuation;

import java.util.Objects;

/** Names a kind of continuation: what a suspension goes up to. Compared by identity; immutable. */
public final class ContinuationScope {
    private final String name;

    /**
     * Makes a scope.
     *
     * @param name for messages; not null
     */
    public ContinuationScope(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * The name.
     *
     * @return as given
     */
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return "ContinuationScope[" + name + "]";
    }
}
