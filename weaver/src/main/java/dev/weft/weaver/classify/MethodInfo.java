package dev.weft.weaver.classify;

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

    boolean is(int flag) {
        return (access & flag) != 0;
    }
}
