package dev.weft.net;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * Access to the package of the JDK that has the natives of its channels. The agent opens it to this
 * module when this class is defined; without an agent {@code --add-opens
 * java.base/sun.nio.ch=ALL-UNNAMED} does, from JDK 16 on. Where it stays closed, and on systems
 * other than Linux, the runtime does without: {@link SocketCalls}, {@link EdgePoll}.
 */
final class JdkNatives {
    private static final String PACKAGE = "sun.nio.ch";

    /** Says "public" to have the JDK's channels and selectors used as any program may. */
    private static final String WANTED = System.getProperty("weft.sockets", "native");

    /** Set by the agent. A JDK before 16 opens the package to all, but with a warning. */
    private static final String INTENDED = "weft.sockets.open";

    private JdkNatives() {}

    /** Whether {@link #find} may find something. */
    static boolean isOpen() {
        boolean intended =
                Runtime.version().feature() >= 16 || System.getProperty(INTENDED) != null;
        return intended
                && WANTED.equals("native")
                && System.getProperty("os.name").equals("Linux")
                && Object.class.getModule().isOpen(PACKAGE, JdkNatives.class.getModule());
    }

    /** A method of a class of the package, as {@code type}. */
    static MethodHandle find(String owner, String name, MethodType type, Class<?>... parameters)
            throws ReflectiveOperationException {
        Method method = type(owner).getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return MethodHandles.lookup().unreflect(method).asType(type);
    }

    /** The value of an object's field that a class of the package declares. */
    static int intField(String owner, String name, Object of) throws ReflectiveOperationException {
        Field field = type(owner).getDeclaredField(name);
        field.setAccessible(true);
        return field.getInt(of);
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(PACKAGE + "." + name);
    }

    /** To be thrown for what natives throw that declare no more than they should. */
    static RuntimeException unexpected(Throwable thrown) {
        if (thrown instanceof RuntimeException) {
            return (RuntimeException) thrown;
        }
        if (thrown instanceof Error) {
            throw (Error) thrown;
        }
        throw new AssertionError(thrown);
    }
}
