package dev.weft.weaver;

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
}
