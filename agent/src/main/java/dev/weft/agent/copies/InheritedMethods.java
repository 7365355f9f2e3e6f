package dev.weft.agent.copies;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.MethodRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The methods that the client's connection inherits from {@code java.net} and that make the
 * request, such as {@code getResponseCode}. They are copied into the connection's copy, so that
 * they are woven with it: below the JDK's own nothing could suspend.
 */
final class InheritedMethods {
    private static final String[] ABOVE = {"java/net/HttpURLConnection", "java/net/URLConnection"};

    private static final Set<String> NAMES =
            Set.of(
                    "getResponseCode",
                    "getResponseMessage",
                    "getHeaderFieldDate",
                    "getHeaderFieldInt",
                    "getHeaderFieldLong",
                    "getContentLength",
                    "getContentLengthLong",
                    "getContentType",
                    "getContentEncoding",
                    "getExpiration",
                    "getDate",
                    "getLastModified");

    private InheritedMethods() {}

    /** Those that a class lacks; none for other classes than the connection. */
    static List<MethodNode> of(ClassReader type) throws IOException {
        List<MethodNode> inherited = new ArrayList<>();
        if (type.getClassName().equals(ClientClasses.CONNECTION)) {
            Set<String> present = new HashSet<>();
            type.accept(new Names(present), ClassReader.SKIP_CODE);
            for (String above : ABOVE) {
                ClassNode node = new ClassNode();
                new ClassReader(Copier.read(above)).accept(node, 0);
                for (MethodNode method : node.methods) {
                    if (NAMES.contains(method.name) && present.add(method.name + method.desc)) {
                        inherited.add(moved(method));
                    }
                }
            }
        }
        return inherited;
    }

    /** The same for a receiver of the connection's class. */
    private static MethodNode moved(MethodNode method) {
        String[] exceptions = method.exceptions.toArray(new String[0]);
        MethodNode moved =
                new MethodNode(method.access, method.name, method.desc, null, exceptions);
        method.accept(new MethodRemapper(moved, new Receiver()));
        return moved;
    }

    private static final class Receiver extends Remapper {
        Receiver() {
            super(Opcodes.ASM9);
        }

        @Override
        public String map(String internalName) {
            boolean above = internalName.equals(ABOVE[0]) || internalName.equals(ABOVE[1]);
            return above ? ClientClasses.CONNECTION : internalName;
        }
    }

    private static final class Names extends ClassVisitor {
        private final Set<String> names;

        Names(Set<String> names) {
            super(Opcodes.ASM9);
            this.names = names;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String desc, String signature, String[] exceptions) {
            names.add(name + desc);
            return null;
        }
    }
}
