package dev.weft.agent.copies;

import dev.weft.weaver.ClassSource;
import dev.weft.weaver.WeaveResult;

/** What the agent does for those who make copies. Thread-safe. */
public interface Agent {
    /**
     * What a class loader finds.
     *
     * @param loader not null
     * @return its class files
     */
    ClassSource classes(ClassLoader loader);

    /**
     * Notes a class as woven.
     *
     * @param internalName its name
     * @param result how
     */
    void woven(String internalName, WeaveResult result);

    /**
     * Tells the user.
     *
     * @param message one line
     */
    void say(String message);
}
