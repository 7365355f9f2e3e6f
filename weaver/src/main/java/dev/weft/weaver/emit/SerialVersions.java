package dev.weft.weaver.emit;

import dev.weft.weaver.classify.Classifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.SerialVersionUIDAdder;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/** Keeps the default serialVersionUID, which would change with the methods that weaving adds. */
final class SerialVersions {
    private static final String NAME = "serialVersionUID";

    private SerialVersions() {}

    static void keep(ClassNode node, byte[] original, Classifier classifier) {
        boolean declared = node.fields.stream().anyMatch(f -> f.name.equals(NAME));
        boolean special = (node.access & (Opcodes.ACC_ENUM | Opcodes.ACC_RECORD)) != 0;
        if (declared || special || !classifier.isSubtype(node.name, "java/io/Serializable")) {
            return;
        }
        int access =
                Opcodes.ACC_PRIVATE
                        | Opcodes.ACC_STATIC
                        | Opcodes.ACC_FINAL
                        | Opcodes.ACC_SYNTHETIC;
        node.fields.add(
                new FieldNode(
                        Opcodes.ASM9, access, NAME, "J", null, new Computer().compute(original)));
    }

    private static final class Computer extends SerialVersionUIDAdder {
        Computer() {
            super(Opcodes.ASM9, new ClassVisitor(Opcodes.ASM9) {});
        }

        long compute(byte[] classFile) {
            new ClassReader(classFile)
                    .accept(this, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            try {
                return computeSVUID();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
