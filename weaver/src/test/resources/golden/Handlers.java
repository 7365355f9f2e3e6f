package golden;

import dev.weft.Suspendable;
import java.io.PrintWriter;

/** Handlers: the names say whether they use what they catch. */
@Suspendable
final class Handlers {
    private static Object last;

    static void leaf(int a) {
        if (a < 0) {
            throw new IllegalStateException();
        }
    }

    static int droppedReturns(int a) {
        try {
            leaf(a);
            return 1;
        } catch (IllegalStateException e) {
            return 0;
        }
    }

    static void droppedThrownOn(int a) {
        leaf(a);
        try {
            leaf(a);
        } catch (IllegalStateException e) {
            last = a;
            throw e;
        }
    }

    static void droppedFinally(int a) {
        leaf(a);
        try {
            leaf(a);
        } finally {
            last = a;
        }
    }

    static void usedAfterAWait(int a) {
        try {
            leaf(a);
        } catch (IllegalStateException e) {
            leaf(a + 1);
            throw e;
        }
    }

    static void usedAfterAWaitInFinally(int a) {
        try {
            leaf(a);
        } finally {
            leaf(a + 1);
        }
    }

    static void droppedMonitor(int a) {
        leaf(a);
        synchronized (Handlers.class) {
            leaf(a);
        }
    }

    static String droppedMessage(int a) {
        try {
            leaf(a);
            return "";
        } catch (RuntimeException e) {
            return e.getMessage() + e.getClass();
        }
    }

    static int droppedMachineError(int a) {
        try {
            leaf(a);
        } catch (StackOverflowError | OutOfMemoryError e) {
            last = e;
        }
        return a;
    }

    static String droppedOverwritten(int a) {
        Object o = null;
        try {
            leaf(a);
        } catch (RuntimeException e) {
            o = e instanceof IllegalStateException ? "state" : "other";
        }
        return (String) o;
    }

    static void usedStored(int a) {
        try {
            leaf(a);
        } catch (IllegalStateException e) {
            last = e;
        }
    }

    static void usedWrapped(int a) {
        try {
            leaf(a);
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Throwable usedReturned(int a) {
        try {
            leaf(a);
            return null;
        } catch (IllegalStateException | IllegalArgumentException e) {
            return e;
        }
    }

    static void usedLater(int a) {
        RuntimeException first = null;
        for (int i = 0; i < a; i++) {
            try {
                leaf(i);
            } catch (RuntimeException e) {
                first = e;
            }
        }
        last = first;
    }

    static void usedInCleanUp(int a) {
        RuntimeException thrown = null;
        try {
            leaf(a);
        } catch (RuntimeException e) {
            thrown = e;
            try {
                leaf(1);
            } finally {
                last = thrown;
            }
        }
    }

    static void usedAsCause(int a) {
        try {
            leaf(a);
        } catch (RuntimeException e) {
            last = e.getCause();
        }
    }

    static void usedSuppressed(int a) {
        RuntimeException first = new RuntimeException();
        try {
            leaf(a);
        } catch (RuntimeException e) {
            first.addSuppressed(e);
        }
    }

    static void usedPrinted(int a, PrintWriter to) {
        try {
            leaf(a);
        } catch (RuntimeException e) {
            e.printStackTrace(to);
        }
    }

    static void callsPrint(int a, Exception e, PrintWriter to) {
        leaf(a);
        e.printStackTrace();
        e.printStackTrace(to);
        last = e.getStackTrace();
    }

    static void callsThread(int a) {
        leaf(a);
        last = Thread.currentThread().getStackTrace();
        Thread.dumpStack();
    }
}
