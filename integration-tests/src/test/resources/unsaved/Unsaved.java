package scenario;

import dev.weft.Suspendable;
import dev.weft.it.SuspendingCall;

/** Methods whose first wait can't be saved; {@code ...First} says at which method that fails. */
@Suspendable
public class Unsaved {
    static int narrow(int a) {
        return a + SuspendingCall.i(1);
    }

    static int none() {
        return SuspendingCall.i(1);
    }

    static int operands(int a) {
        return a * 2 + Integer.parseInt(String.valueOf(a)) * SuspendingCall.i(1);
    }

    static int wide(int a) {
        long b = a + 1;
        long c = a + 2;
        long d = a + 3;
        double e = a + 4;
        float f = a + 5;
        String g = "g" + a;
        String h = "h" + a;
        String i = "i" + a;
        String j = "j" + a;
        String k = "k" + a;
        String l = "l" + a;
        String m = "m" + a;
        String n = "n" + a;
        String o = "o" + a;
        int r = SuspendingCall.i(1);
        String all = g + h + i + j + k + l + m + n + o;
        return (int) (r + a + b + c + d + e + f) + all.length();
    }

    /** Its own handlers don't see what its own saving throws: its callers' do. */
    static int withHandlers(int a, StringBuilder log) {
        try {
            return a + SuspendingCall.i(1);
        } catch (Error e) {
            log.append("own handler;");
            return 0;
        } finally {
            log.append("own finally;");
        }
    }

    static int outer(int a) {
        return narrow(a) + a;
    }

    static int middle(int a) {
        return outer(a) + a;
    }

    static int call(String name, int a, StringBuilder log) {
        switch (name) {
            case "narrow":
                return narrow(a);
            case "none":
                return none();
            case "operands":
                return operands(a);
            case "wide":
                return wide(a);
            case "withHandlers":
                return withHandlers(a, log);
            case "outer":
                return outer(a);
            default:
                return middle(a);
        }
    }

    /** What it returns shows that handler, finally and the second attempt ran and could wait. */
    static String caught(String name) {
        StringBuilder log = new StringBuilder();
        int local = 7;
        try {
            log.append(call(name, 5, log)).append(';');
        } catch (Error e) {
            log.append(e.getMessage()).append(SuspendingCall.i(2)).append(';');
        } finally {
            log.append("finally").append(SuspendingCall.i(3)).append(';');
        }
        log.append(call(name, 5, log)).append(';');
        return log.append(local).toString();
    }

    /** As before, in a method that was resumed. */
    static String caughtWhenResumed(String name) {
        StringBuilder log = new StringBuilder();
        int local = SuspendingCall.i(7);
        try {
            log.append(call(name, 5, log)).append(';');
        } catch (Error e) {
            log.append(e.getMessage()).append(SuspendingCall.i(2)).append(';');
        } finally {
            log.append("finally").append(SuspendingCall.i(3)).append(';');
        }
        log.append(call(name, 5, log)).append(';');
        return log.append(local).toString();
    }
}
