package app;

import dev.weft.Suspendable;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.Arrays;

/** What the agent's tests run in JVMs of their own; each mode prints one line a fact. */
public class Main {
    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "run":
                show("Twice", run(21));
                break;
            case "attach":
                show("early", run(21));
                Attaching.attach(args[1]);
                System.out.println("late " + new Late().run(21) + " woven " + woven(Late.class));
                show("still", run(21));
                break;
            case "retransform":
                show("before", run(21));
                Second.retransform(Twice.class);
                show("after", run(21));
                break;
            case "redefine":
                show("before", run(21));
                Second.redefine(Twice.class, args[1]);
                show("after", run(21));
                break;
            case "sockets":
                java.lang.reflect.Method open =
                        Class.forName("dev.weft.net.JdkNatives").getDeclaredMethod("isOpen");
                open.setAccessible(true);
                System.out.println("natives " + open.invoke(null));
                System.out.println("echoed " + Weft.run(() -> Sockets.echo(20_000)));
                break;
            default:
                throw new IllegalArgumentException(args[0]);
        }
    }

    /** A pinned wait lets the others go on too: the order is the same, woven or not. */
    private static String run(int n) {
        StringBuilder order = new StringBuilder();
        int[] result = new int[1];
        Weft.run(
                Scheduler.singleThreaded(),
                () -> {
                    Weft.go(() -> order.append("b"));
                    result[0] = Twice.twice(n, order);
                    return null;
                });
        return result[0] + " " + order;
    }

    private static void show(String what, String found) {
        System.out.println(what + " " + found + " woven " + woven(Twice.class));
    }

    static boolean woven(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(m -> m.getName().contains("$resume$"));
    }
}

class Twice {
    @Suspendable
    static int twice(int n, StringBuilder order) {
        order.append("a");
        Weft.yield();
        order.append("c");
        return 2 * n;
    }
}

class Late {
    @Suspendable
    int run(int n) {
        Weft.yield();
        return n + 1;
    }
}

class Sockets {
    /** Small and large transfers; what came back. */
    @Suspendable
    static int echo(int size) throws Exception {
        try (java.net.ServerSocket server = new java.net.ServerSocket(0);
                java.net.Socket one = new java.net.Socket("127.0.0.1", server.getLocalPort());
                java.net.Socket other = server.accept()) {
            Weft.go(() -> back(other));
            int all = 0;
            for (int n = 1; n < size; n = 3 * n) {
                one.getOutputStream().write(new byte[n]);
                for (int left = n; left > 0; ) {
                    int read = one.getInputStream().read(new byte[left]);
                    left -= read;
                    all += read;
                }
            }
            return all;
        }
    }

    @Suspendable
    private static void back(java.net.Socket socket) {
        try {
            byte[] bytes = new byte[1000];
            for (int n = socket.getInputStream().read(bytes); n > 0; ) {
                socket.getOutputStream().write(bytes, 0, n);
                n = socket.getInputStream().read(bytes);
            }
        } catch (java.io.IOException e) {
            // closed
        }
    }
}
