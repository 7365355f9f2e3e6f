package dev.weft.it.world;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.util.CheckClassAdapter;

/**
 * Links every woven class, so that HotSpot verifies it. Where that fails the class as it was is
 * linked too: only when both fail alike, for a class that is not there, is the weaver free of
 * blame. Such a class is still checked by ASM, method by method. Nothing is initialised. Not
 * thread-safe.
 */
final class Linking {
    private final Loader before;
    private final Loader after;
    private final List<String> broken = new ArrayList<>();
    private final List<String> unlinkable = new ArrayList<>();
    private int linked;

    Linking(Map<String, byte[]> unwoven, Map<String, byte[]> woven) {
        before = new Loader(unwoven);
        after = new Loader(woven);
    }

    void linkAll() {
        for (Map.Entry<String, byte[]> file : after.files.entrySet()) {
            String name = file.getKey().replace('/', '.');
            String problem = after.link(name);
            if (problem == null) {
                linked++;
                continue;
            }
            String own = before.link(name);
            String found = own == null ? null : check(file.getValue());
            if (found != null && found.isEmpty()) {
                unlinkable.add(name + ": " + own);
            } else {
                broken.add(name + ": " + (own == null ? problem : found));
            }
        }
    }

    int linked() {
        return linked;
    }

    /** Classes that are woven wrongly, with the verifier's words. */
    List<String> broken() {
        return broken;
    }

    /** Classes that cannot be linked unwoven either, with what is missing. */
    List<String> unlinkable() {
        return unlinkable;
    }

    private static String check(byte[] woven) {
        StringWriter problems = new StringWriter();
        try {
            ClassVisitor checker = new CheckClassAdapter(new ClassWriter(0), true);
            new ClassReader(woven).accept(checker, ClassReader.SKIP_DEBUG);
        } catch (RuntimeException e) {
            e.printStackTrace(new PrintWriter(problems, true));
        }
        return problems.toString();
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> files;

        Loader(Map<String, byte[]> files) {
            super(Loader.class.getClassLoader());
            this.files = files;
        }

        /** Null when it links, else the error. */
        String link(String name) {
            try {
                // asking for the methods links the class, before their types are resolved
                Class<?> type = Class.forName(name, false, this);
                type.getDeclaredMethods();
                return null;
            } catch (ClassNotFoundException
                    | LinkageError
                    | TypeNotPresentException
                    | SecurityException e) {
                return e.toString();
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                byte[] own = loaded == null ? files.get(name.replace('.', '/')) : null;
                if (own != null) {
                    return defineClass(name, own, 0, own.length);
                }
                return loaded != null ? loaded : super.loadClass(name, resolve);
            }
        }
    }
}
