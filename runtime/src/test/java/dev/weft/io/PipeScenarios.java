package dev.weft.io;

import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.util.Random;

/** What programs do with piped streams; each scenario returns a text of what came out. */
@Suspendable
final class PipeScenarios {
    private PipeScenarios() {}

    /** Starts the other side of a scenario: a thread or a fiber. */
    @Suspendable
    interface Party {
        /** Runs the body and waits for its end. */
        String alone(SuspendableCallable<String> body) throws Exception;

        /** Runs both at once and waits for their ends. */
        String both(SuspendableCallable<String> one, SuspendableCallable<String> two)
                throws Exception;
    }

    /** A call whose exception is the result. */
    @Suspendable
    interface Call {
        Object call() throws IOException;
    }

    static String text(Call call) {
        try {
            return call.call() + "; ";
        } catch (IOException | RuntimeException e) {
            // the texts of exceptions for bad indices differ between releases
            boolean index = e instanceof IndexOutOfBoundsException;
            return (index ? "IndexOutOfBounds" : e.toString()) + "; ";
        }
    }

    static Object nothing(Act act) throws IOException {
        act.run();
        return "done";
    }

    /** An action. */
    @Suspendable
    interface Act {
        void run() throws IOException;
    }

    static String notConnected(Wrappers in, Wrappers out) {
        PipedInputStream a = in.pipedInput(0);
        PipedOutputStream b = out.pipedOutput();
        PipedReader c = in.pipedReader(0);
        PipedWriter d = out.pipedWriter();
        return text(() -> a.read())
                + text(() -> a.read(new byte[2]))
                + text(() -> a.available())
                + text(() -> nothing(() -> b.write(1)))
                + text(() -> nothing(() -> b.write(new byte[3])))
                + text(() -> nothing(() -> b.flush()))
                + text(() -> nothing(() -> b.close()))
                + text(() -> c.read())
                + text(() -> c.read(new char[1]))
                + text(() -> c.ready())
                + text(() -> nothing(() -> d.write(1)))
                + text(() -> nothing(() -> d.write("abc")))
                + text(() -> nothing(() -> d.flush()))
                + text(() -> nothing(() -> d.close()));
    }

    static String connecting(Wrappers in, Wrappers out) {
        PipedInputStream a = in.pipedInput(0);
        PipedOutputStream b = out.pipedOutput();
        PipedReader c = in.pipedReader(0);
        PipedWriter d = out.pipedWriter();
        return text(() -> nothing(() -> a.connect(null)))
                + text(() -> nothing(() -> b.connect(null)))
                + text(() -> nothing(() -> a.connect(b)))
                + text(() -> nothing(() -> a.connect(b)))
                + text(() -> nothing(() -> b.connect(in.pipedInput(0))))
                + text(() -> nothing(() -> out.pipedOutput().connect(a)))
                + text(() -> nothing(() -> d.connect(null)))
                + text(() -> nothing(() -> d.connect(c)))
                + text(() -> nothing(() -> c.connect(d)))
                + text(() -> nothing(() -> out.pipedWriter().connect(c)))
                + text(() -> closedReader(in, out))
                + text(() -> in.pipedInput(-1))
                + text(() -> in.pipedReader(-1));
    }

    private static Object closedReader(Wrappers in, Wrappers out) throws IOException {
        PipedReader reader = in.pipedReader(0);
        reader.close();
        out.pipedWriter().connect(reader);
        return "connected";
    }

    static String closing(Wrappers in, Wrappers out) throws IOException {
        StringBuilder all = new StringBuilder();
        PipedInputStream a = in.pipedInput(5);
        PipedOutputStream b = out.pipedOutput();
        a.connect(b);
        b.write(new byte[] {1, -1, 3});
        all.append(text(() -> a.available())).append(text(() -> a.read()));
        b.close();
        all.append(text(() -> nothing(() -> b.write(4)))).append(text(() -> a.read(new byte[9])));
        all.append(text(() -> a.read())).append(text(() -> a.read(new byte[1], 0, 0)));
        a.close();
        all.append(text(() -> a.read())).append(text(() -> a.available()));
        PipedReader c = in.pipedReader(5);
        PipedWriter d = out.pipedWriter();
        d.connect(c);
        d.write("x\uffffz", 0, 3);
        all.append(text(() -> c.ready())).append(text(() -> c.read())).append(text(() -> c.read()));
        c.close();
        all.append(text(() -> nothing(() -> d.write('q')))).append(text(() -> c.read()));
        all.append(text(() -> c.ready())).append(text(() -> nothing(() -> d.flush())));
        all.append(text(() -> nothing(() -> d.write(new char[1], 0, 0))));
        d.close();
        return all.append(text(() -> nothing(() -> d.flush()))).toString();
    }

    static String arguments(Wrappers in, Wrappers out) throws IOException {
        PipedInputStream a = in.pipedInput(5);
        PipedOutputStream b = out.pipedOutput();
        a.connect(b);
        PipedReader c = in.pipedReader(5);
        PipedWriter d = out.pipedWriter();
        d.connect(c);
        return text(() -> a.read(new byte[1], 1, 1))
                + text(() -> a.read(new byte[1], -1, 1))
                + text(() -> nothing(() -> b.write(new byte[1], 0, 2)))
                + text(() -> nothing(() -> b.write(new byte[1], 0, 0)))
                + text(() -> c.read(new char[1], 0, 2))
                + text(() -> c.read(new char[1], 0, 0))
                + text(() -> nothing(() -> d.write(new char[1], 0, -1)))
                + text(() -> nothing(() -> d.write("abc", 2, 2)))
                + text(() -> c.skip(-1));
    }

    static String bytes(Wrappers in, Wrappers out, Party party, int size) throws Exception {
        PipedInputStream a = in.pipedInput(size);
        PipedOutputStream b = out.pipedOutput();
        a.connect(b);
        return party.both(() -> sendBytes(b), () -> receiveBytes(a));
    }

    private static String sendBytes(PipedOutputStream b) throws IOException {
        Random random = new Random(1);
        byte[] bytes = new byte[3000];
        random.nextBytes(bytes);
        int at = 0;
        while (at < bytes.length) {
            int n = Math.min(bytes.length - at, random.nextInt(40));
            if (n == 1) {
                b.write(bytes[at]);
            } else {
                b.write(bytes, at, n);
            }
            b.flush();
            at += n;
        }
        b.close();
        return "sent";
    }

    private static String receiveBytes(PipedInputStream a) throws IOException {
        Random random = new Random(2);
        int count = 0;
        int sum = 0;
        byte[] part = new byte[50];
        for (; ; ) {
            int most = 1 + random.nextInt(49);
            int n = most == 1 ? 1 : a.read(part, 0, most);
            int one = most == 1 ? a.read() : 0;
            if (n < 0 || one < 0) {
                return count + " bytes, " + sum;
            }
            part[0] = most == 1 ? (byte) one : part[0];
            for (int i = 0; i < n; i++) {
                sum = sum * 31 + part[i];
            }
            count += n;
        }
    }

    static String characters(Wrappers in, Wrappers out, Party party, int size) throws Exception {
        PipedReader a = in.pipedReader(size);
        PipedWriter b = out.pipedWriter();
        b.connect(a);
        return party.both(() -> sendText(b), () -> receiveText(a));
    }

    private static String sendText(PipedWriter b) throws IOException {
        for (int i = 0; i < 500; i++) {
            b.write("line " + i);
            b.append('\n');
            b.flush();
        }
        b.close();
        return "sent";
    }

    private static String receiveText(PipedReader a) throws IOException {
        StringBuilder all = new StringBuilder();
        a.skip(3);
        char[] part = new char[20];
        for (int n = a.read(part); n >= 0; n = a.read(part)) {
            all.append(part, 0, n);
        }
        return all.length() + " " + all.toString().hashCode();
    }

    static String deadWriter(Wrappers in, Wrappers out, Party party) throws Exception {
        PipedInputStream a = in.pipedInput(0);
        PipedOutputStream b = out.pipedOutput();
        a.connect(b);
        PipedReader c = in.pipedReader(0);
        PipedWriter d = out.pipedWriter();
        d.connect(c);
        party.alone(() -> text(() -> nothing(() -> b.write(7))));
        party.alone(() -> text(() -> nothing(() -> d.write(8))));
        return text(() -> a.read())
                + text(() -> a.read())
                + text(() -> a.read(new byte[3]))
                + text(() -> c.ready())
                + text(() -> c.read())
                + text(() -> c.ready())
                + text(() -> c.read(new char[0]));
    }

    static String deadReader(Wrappers in, Wrappers out, Party party) throws Exception {
        PipedInputStream a = in.pipedInput(0);
        PipedOutputStream b = out.pipedOutput();
        a.connect(b);
        PipedReader c = in.pipedReader(0);
        PipedWriter d = out.pipedWriter();
        d.connect(c);
        b.write(new byte[5]);
        d.write("hello");
        return party.alone(() -> text(() -> a.read()))
                + party.alone(() -> text(() -> c.read()))
                + text(() -> nothing(() -> b.write(1)))
                + text(() -> nothing(() -> d.write("x")))
                + text(() -> a.read())
                + text(() -> nothing(() -> b.write(1)));
    }

    static String readerCloses(Wrappers in, Wrappers out, Party party) throws Exception {
        PipedInputStream a = in.pipedInput(4);
        PipedOutputStream b = out.pipedOutput();
        a.connect(b);
        PipedReader c = in.pipedReader(4);
        PipedWriter d = out.pipedWriter();
        d.connect(c);
        return party.both(
                        () -> text(() -> nothing(() -> b.write(new byte[30]))),
                        () -> text(() -> a.read()) + text(() -> nothing(() -> a.close())))
                + party.both(
                        () -> text(() -> nothing(() -> d.write(new char[30]))),
                        () -> text(() -> c.read()) + text(() -> nothing(() -> c.close())));
    }
}
