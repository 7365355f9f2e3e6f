package dev.weft.agent.copies;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Defines the copies. Its parent sees the runtime. Thread-safe. */
final class CopyLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    /** Binary name to woven class file. */
    private final Map<String, byte[]> files;

    CopyLoader(ClassLoader runtime, Map<String, byte[]> files) {
        super("weft-copies", runtime);
        this.files = new ConcurrentHashMap<>(files);
        setDefaultAssertionStatus(Object.class.desiredAssertionStatus()); // as the JDK's own
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] file = files.remove(name);
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, file, 0, file.length);
    }
}
