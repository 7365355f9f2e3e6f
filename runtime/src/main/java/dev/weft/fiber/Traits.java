package dev.weft.fiber;

/**
 * What is different with few fibers: a priority, a context class loader. One byte says whether
 * there is anything, so that the others pay a test.
 */
final class Traits {
    private static final byte PRIORITY = 3;
    private static final byte LOADER = 4;
    private static final Priority[] PRIORITIES = {Priority.NORMAL, Priority.HIGH, Priority.LOW};

    private Traits() {}

    static Priority priority(Fiber<?> fiber) {
        return PRIORITIES[fiber.traits & PRIORITY];
    }

    static void setPriority(Fiber<?> fiber, Priority priority) {
        int number = priority == Priority.NORMAL ? 0 : priority == Priority.HIGH ? 1 : 2;
        synchronized (fiber) {
            fiber.traits = (byte) (fiber.traits & ~PRIORITY | number);
        }
    }

    static boolean hasPriority(Fiber<?> fiber) {
        return (fiber.traits & PRIORITY) != 0;
    }

    static void setLoader(Fiber<?> fiber, ClassLoader loader) {
        fiber.extras().loader = loader;
        synchronized (fiber) {
            fiber.traits = (byte) (loader == null ? fiber.traits & ~LOADER : fiber.traits | LOADER);
        }
    }

    /** A new fiber gets the class loader of the one that starts it. */
    static void inherit(Fiber<?> child) {
        Fiber<?> parent = Fiber.current();
        if (parent != null && (parent.traits & LOADER) != 0) {
            setLoader(child, parent.extras().loader);
        }
    }

    /**
     * Before a turn.
     *
     * @return the loader to be put back: the thread's own; null when nothing was changed
     */
    static ClassLoader mount(Fiber<?> fiber) {
        if ((fiber.traits & LOADER) == 0) {
            return null;
        }
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(fiber.extras().loader);
        return own == null ? ClassLoader.getSystemClassLoader() : own;
    }

    /** After it. */
    static void unmount(ClassLoader own) {
        if (own != null) {
            Thread.currentThread().setContextClassLoader(own);
        }
    }
}
