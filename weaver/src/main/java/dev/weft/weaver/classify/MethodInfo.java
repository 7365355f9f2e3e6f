package dev.weft.weaver.classify;

import org.objectweb.asm.Opcodes;

/** A method's header. */
final class MethodInfo {
    final int access;
    final String name;
    final String desc;
    final boolean annotated;

    MethodInfo(int access, String name, String desc, boolean annotated) {
        this.access = access;
        this.name = name;
        this.desc = desc;
        this.annotated = annotated;
    }

    /** Whether it may be the body of a lambda; Kotlin's are not synthetic. */
    boolean isLambdaBody() {
        return is(Opcodes.ACC_SYNTHETIC) || name.contains("$lambda$");
    }

    boolean is(int flag) {
        return (access & flag) != 0;
    }
}
