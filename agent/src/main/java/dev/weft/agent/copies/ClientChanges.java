package dev.weft.agent.copies;

import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * What is changed in the client's classes apart from their names.
 *
 * <ul>
 *   <li>Constructors connect, and constructors can't suspend: {@code new HttpClient(...)} becomes a
 *       creation that does not, and {@code openServer()} on the new object.
 *   <li>The runtime's TLS sockets are taken for the JDK's own.
 *   <li>The connection gets the methods of {@link InheritedMethods}.
 * </ul>
 */
final class ClientChanges extends ClassVisitor {
    private static final String ROWS = "dev/weft/blocking/CopyRows";
    private static final String TLS_SOCKET = "sun/security/ssl/SSLSocketImpl";
    private static final String OPEN = "openServer";

    private final List<MethodNode> inherited;

    ClientChanges(ClassVisitor next, List<MethodNode> inherited) {
        super(Opcodes.ASM9, next);
        this.inherited = inherited;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String desc, String signature, String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, desc, signature, exceptions);
        return next == null ? null : new Body(next, name.equals("<init>"));
    }

    @Override
    public void visitEnd() {
        for (MethodNode method : inherited) {
            method.accept(cv);
        }
        super.visitEnd();
    }

    private static boolean isClient(String owner) {
        return owner.equals("sun/net/www/http/HttpClient")
                || owner.equals(ClientClasses.HTTPS + "HttpsClient");
    }

    private static final class Body extends MethodVisitor {
        private final boolean constructor;
        private int creations;

        Body(MethodVisitor next, boolean constructor) {
            super(Opcodes.ASM9, next);
            this.constructor = constructor;
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.NEW && isClient(type)) {
                creations++;
            }
            if (!type.equals(TLS_SOCKET)) {
                super.visitTypeInsn(opcode, type);
            } else if (opcode == Opcodes.INSTANCEOF) {
                String desc = "(Ljava/lang/Object;)Z";
                super.visitMethodInsn(Opcodes.INVOKESTATIC, ROWS, "isJdks", desc, false);
            } // a cast is not needed: the call behind it is replaced, too
        }

        @Override
        public void visitMethodInsn(
                int opcode, String owner, String name, String desc, boolean itf) {
            if (owner.equals(TLS_SOCKET) && name.equals("setHost")) {
                String with = "(Ljavax/net/ssl/SSLSocket;Ljava/lang/String;)V";
                super.visitMethodInsn(Opcodes.INVOKESTATIC, ROWS, name, with, false);
            } else if (constructor && isClient(owner) && name.equals(OPEN) && desc.equals("()V")) {
                super.visitInsn(Opcodes.POP);
            } else {
                super.visitMethodInsn(opcode, owner, name, desc, itf);
                afterCreation(owner, name);
            }
        }

        private void afterCreation(String owner, String name) {
            if (name.equals("<init>") && isClient(owner) && creations > 0) {
                creations--;
                super.visitInsn(Opcodes.DUP);
                super.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, OPEN, "()V", false);
            }
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            super.visitMaxs(maxStack + 1, maxLocals);
        }
    }
}
