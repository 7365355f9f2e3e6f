package dev.weft.weaver;

import java.util.List;

/** Where the weaver reads the class files that a class refers to. No class is ever loaded. */
@FunctionalInterface
public interface ClassSource {
    /**
     * Finds a class file.
     *
     * @param internalName for example {@code java/lang/String}
     * @return its bytes as they are stored, or null when there is none
     */
    byte[] find(String internalName);

    /**
     * Finds the files of a path that is no class: every one, as several jars may have it.
     *
     * @param path such as {@code META-INF/weft/suspendables}
     * @return their bytes; may be empty
     */
    default List<byte[]> resources(String path) {
        return List.of();
    }

    /**
     * Whether the class passes through this weaver, or one like it, before it runs. A class that is
     * suspendable but neither woven nor weavable is called pinned.
     *
     * @param internalName a class that {@link #find} knows
     * @return true in an agent for every class it may transform, in a build for the classes being
     *     woven
     */
    default boolean weavable(String internalName) {
        return true;
    }
}
