package dev.weft.weaver.analysis;

import org.objectweb.asm.tree.MethodInsnNode;

/** Says which calls may suspend. */
@FunctionalInterface
public interface CallTest {
    /**
     * Decides on one call that is not inside a monitor or similar.
     *
     * @param call the instruction
     * @return true when it has a woven overload
     */
    boolean maySuspend(MethodInsnNode call);
}
