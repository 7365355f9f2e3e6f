package dev.weft.agent.copies;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Copies classes of the JDK under other names: some to begin with, and all of the copied packages
 * that those refer to.
 */
final class Copier {
    static final String PREFIX = "dev/weft/jdk/";

    private final Deque<String> queue = new ArrayDeque<>();
    private final Map<String, byte[]> copies = new LinkedHashMap<>();
    private final Renaming renaming = new Renaming();

    /** Copies a class that must be there, and what it needs. */
    void copy(String internalName) throws IOException {
        byte[] original = read(internalName);
        if (original == null) {
            throw new IOException(internalName.replace('/', '.') + " is not in this JDK");
        }
        renaming.map(internalName);
        copyAll();
    }

    /** Copies a class that not every JDK has, and what it needs. */
    void copyIfPresent(String internalName) throws IOException {
        if (read(internalName) != null) {
            copy(internalName);
        }
    }

    /** The copies, by their internal names. */
    Map<String, byte[]> copies() {
        return copies;
    }

    private void copyAll() throws IOException {
        for (String name = queue.poll(); name != null; name = queue.poll()) {
            byte[] original = read(name);
            if (original == null) {
                throw new IOException(name.replace('/', '.') + " is not in this JDK");
            }
            copies.put(PREFIX + name, renamed(original));
        }
    }

    private byte[] renamed(byte[] original) throws IOException {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(0);
        ClassVisitor renamer = new ClassRemapper(writer, renaming);
        ClassVisitor changed = new ClientChanges(renamer, InheritedMethods.of(reader));
        reader.accept(changed, 0);
        return writer.toByteArray();
    }

    /** A class file of the JDK; class files are not encapsulated. Null when there is none. */
    static byte[] read(String internalName) throws IOException {
        String file = internalName + ".class";
        Optional<Module> kerberos = ModuleLayer.boot().findModule("java.security.jgss");
        try (InputStream core = Object.class.getResourceAsStream("/" + file)) {
            if (core != null || kerberos.isEmpty()) {
                return core == null ? null : core.readAllBytes();
            }
            try (InputStream in = kerberos.get().getResourceAsStream(file)) {
                return in == null ? null : in.readAllBytes();
            }
        }
    }

    /** Renames what is to be copied, and queues it the first time. */
    private final class Renaming extends Remapper {
        Renaming() {
            super(Opcodes.ASM9);
        }

        @Override
        public String map(String internalName) {
            if (!ClientClasses.contains(internalName)) {
                return internalName;
            }
            String copy = PREFIX + internalName;
            if (copies.putIfAbsent(copy, new byte[0]) == null) {
                queue.add(internalName);
            }
            return copy;
        }
    }
}
