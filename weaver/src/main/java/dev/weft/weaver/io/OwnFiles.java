package dev.weft.weaver.io;

import dev.weft.weaver.ClassSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What is being woven, in front of a class path. */
final class OwnFiles implements ClassSource {
    private final Function<String, byte[]> own;
    private final ClassPath classPath;

    /**
     * Puts files in front.
     *
     * @param own bytes by path, or null
     */
    OwnFiles(Function<String, byte[]> own, ClassPath classPath) {
        this.own = own;
        this.classPath = classPath;
    }

    @Override
    public byte[] find(String internalName) {
        byte[] bytes = own.apply(internalName + ".class");
        return bytes == null ? classPath.find(internalName) : bytes;
    }

    /** What is only referred to is not woven here: its overloads are there or will never be. */
    @Override
    public boolean weavable(String internalName) {
        return own.apply(internalName + ".class") != null;
    }

    @Override
    public List<byte[]> resources(String path) {
        List<byte[]> all = new ArrayList<>(classPath.resources(path));
        byte[] bytes = own.apply(path);
        if (bytes != null) {
            all.add(bytes);
        }
        return all;
    }
}
