package dev.weft.weaver.model;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** Versions of class files: what the weaver weaves, and how it reads the headers of the rest. */
public final class ClassFiles {
    /** The version that woven classes have at least: Java 8. */
    public static final int LOWEST_WOVEN = Opcodes.V1_8;

    /** The newest major version that is woven: Java 25. */
    public static final int NEWEST = Opcodes.V25;

    private static final int MAJOR = 6;

    private ClassFiles() {}

    /**
     * A class file's major version.
     *
     * @param classFile its bytes
     * @return 52 for Java 8
     */
    public static int major(byte[] classFile) {
        return (classFile[MAJOR] & 0xff) << 8 | classFile[MAJOR + 1] & 0xff;
    }

    /**
     * Whether a class file is old enough to lack what weaving needs: reliable stack maps, and no
     * subroutines. Java 7 and later have that by definition, those of Java 6 if their compiler
     * wrote the maps.
     *
     * @param classFile the bytes; not modified
     * @return true for what must stay as it is
     */
    public static boolean isTooOld(byte[] classFile) {
        int major = major(classFile);
        return major < Opcodes.V1_6 || major == Opcodes.V1_6 && !OldFrames.areThere(classFile);
    }

    /**
     * A reader for looking at a class that is not to be woven. A class file from a JDK that is
     * newer than this weaver is read as the newest version it knows: the JDK's own classes are the
     * supertypes of everything, and what is new in a version is hardly ever in names, flags and
     * descriptors.
     *
     * @param classFile the bytes; not modified
     * @return a reader
     */
    public static ClassReader headerReader(byte[] classFile) {
        if (major(classFile) <= NEWEST) {
            return new ClassReader(classFile);
        }
        byte[] lowered = classFile.clone();
        lowered[MAJOR] = (byte) (NEWEST >> 8);
        lowered[MAJOR + 1] = (byte) NEWEST;
        return new ClassReader(lowered);
    }
}
