package dev.weft.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.weft.Suspendable;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same random calls on the JDK's wrappers, by a thread, and on the runtime's, in a fiber that
 * suspends beneath them: results, exceptions, and what is asked of the stream beneath are equal.
 * More of them with {@code -Dweft.wrappers.rounds=N -Dweft.wrappers.seed=S}.
 */
@Timeout(120)
class WrapperTest {
    static final int ROUNDS = Integer.getInteger("weft.wrappers.rounds", 150);
    static final long SEED = Long.getLong("weft.wrappers.seed", 1);
    private static final List<Charset> CHARSETS =
            List.of(
                    StandardCharsets.UTF_8,
                    StandardCharsets.ISO_8859_1,
                    StandardCharsets.UTF_16,
                    StandardCharsets.US_ASCII);

    /** What is wrapped, and called. */
    enum Kind {
        BUFFERED_INPUT(WrapperTest::bufferedInput),
        DATA_INPUT(WrapperTest::dataInput),
        READER(WrapperTest::reader),
        BUFFERED_READER(WrapperTest::bufferedReader),
        BUFFERED_OUTPUT(WrapperTest::bufferedOutput),
        DATA_OUTPUT(WrapperTest::dataOutput),
        WRITER(WrapperTest::writer),
        BUFFERED_WRITER(WrapperTest::bufferedWriter),
        PRINT_WRITER(WrapperTest::printWriter),
        PRINT_STREAM(WrapperTest::printStream);

        private final Round round;

        Kind(Round round) {
            this.round = round;
        }

        @Suspendable
        List<String> run(Wrappers wrappers, Random random) throws Exception {
            return round.run(wrappers, random);
        }
    }

    /** One sequence of calls; returns what came of each. */
    interface Round {
        @Suspendable
        List<String> run(Wrappers wrappers, Random random) throws Exception;
    }

    /** One call. */
    interface Call {
        @Suspendable
        Object call() throws Exception;
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void behavesAsTheJdks(Kind kind) throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            long seed = SEED + i;
            List<String> expected = kind.run(new UnwovenBodies(), new Random(seed));
            List<String> own =
                    Weft.run(
                            Scheduler.singleThreaded(),
                            () -> kind.run(new WovenBodies(), new Random(seed)));
            same(expected, own, "seed " + seed);
            List<String> pinned = kind.run(new WovenBodies(), new Random(seed));
            same(expected, pinned, "on a thread, seed " + seed);
        }
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.chars()
                .forEach(
                        c -> {
                            if (c >= ' ' && c < 0x7f) {
                                visible.append((char) c);
                            } else {
                                visible.append('{').append(Integer.toHexString(c)).append('}');
                            }
                        });
        return visible.toString();
    }

    static void same(List<String> expected, List<String> own, String where) {
        for (int i = 0; i < expected.size(); i++) {
            int step = i;
            assertEquals(
                    visible(expected.get(i)),
                    visible(own.get(i)),
                    () ->
                            where
                                    + ", call "
                                    + step
                                    + " after "
                                    + visible(expected.subList(0, step).toString()));
        }
    }

    @Test
    void constructorsMakeTheRuntimesWrappers() {
        InputStream in = new Trickle(new byte[0], 1, 0);
        WovenBodies woven = new WovenBodies();
        assertInstanceOf(FiberBufferedInputStream.class, woven.bufferedInput(in, 0));
        assertInstanceOf(
                FiberBufferedReader.class,
                woven.bufferedReader(woven.reader(in, StandardCharsets.UTF_8), 9));
        assertEquals(
                BufferedReader.class,
                woven.bufferedReader(new java.io.StringReader("x"), 0).getClass());
    }

    @Suspendable
    static String outcome(Call call) {
        try {
            return String.valueOf(call.call());
        } catch (IndexOutOfBoundsException e) {
            return e.getClass().getName(); // the text differs between releases
        } catch (Exception e) {
            return e.getClass().getName() + ": " + e.getMessage();
        }
    }

    static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int kind = random.nextInt(12);
            if (kind == 0) {
                text.append('\n');
            } else if (kind == 1) {
                text.append(random.nextBoolean() ? "\r\n" : "\r");
            } else if (kind == 2) {
                text.appendCodePoint(0x1f600 + random.nextInt(50));
            } else if (kind == 3) {
                text.append((char) (0xe0 + random.nextInt(900)));
            } else {
                text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }

    static Trickle trickle(Random random, byte[] bytes) {
        int failures = random.nextInt(3) == 0 ? 12 : 0;
        return new Trickle(bytes, random.nextLong(), failures);
    }

    @Suspendable
    private static List<String> bufferedInput(Wrappers w, Random random) throws Exception {
        Trickle source = trickle(random, bytes(random, random.nextInt(300)));
        InputStream in = w.bufferedInput(source, random.nextInt(3) * 7);
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int what = random.nextInt(10);
            int n = random.nextInt(20);
            log.add(what + " " + outcome(() -> input(in, what, n)));
        }
        if (Runtime.version().feature() < 21) { // later ones read all in pieces of other sizes
            log.add(source.calls());
        }
        return log;
    }

    @Suspendable
    static Object input(InputStream in, int what, int n) throws IOException {
        byte[] some = new byte[30];
        switch (what) {
            case 0:
                return in.skip(n);
            case 1:
                return in.available();
            case 2:
                in.mark(n);
                return in.markSupported();
            case 3:
                in.reset();
                return "reset";
            case 4:
                return in.read(some, n, 11) + Arrays.toString(some);
            case 5:
                return Arrays.toString(in.readNBytes(n));
            case 6:
                return n == 0 ? Arrays.toString(in.readAllBytes()) : in.read(some);
            case 7:
                return n == 0 ? close(in) : in.read();
            default:
                return in.read(some, 0, n) + Arrays.toString(some);
        }
    }

    @Suspendable
    static Object close(AutoCloseable it) throws IOException {
        try {
            it.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return "closed";
    }

    @Suspendable
    private static List<String> dataInput(Wrappers w, Random random) throws Exception {
        Trickle source =
                new Trickle(bytes(random, 100 + random.nextInt(300)), random.nextLong(), 0);
        DataInputStream in =
                w.dataInput(random.nextBoolean() ? source : w.bufferedInput(source, 9));
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int what = random.nextInt(16);
            log.add(what + " " + outcome(() -> data(in, what)));
        }
        return log;
    }

    @Suspendable
    private static Object data(DataInputStream in, int what) throws IOException {
        byte[] some = new byte[9];
        switch (what) {
            case 0:
                return in.readBoolean();
            case 1:
                return in.readByte();
            case 2:
                return in.readUnsignedByte();
            case 3:
                return in.readShort();
            case 4:
                return in.readUnsignedShort();
            case 5:
                return in.readChar();
            case 6:
                return in.readInt();
            case 7:
                return in.readLong();
            case 8:
                return Float.floatToRawIntBits(in.readFloat());
            case 9:
                return Double.doubleToRawLongBits(in.readDouble());
            case 10:
                in.readFully(some);
                return Arrays.toString(some);
            case 11:
                in.readFully(some, 2, 5);
                return Arrays.toString(some);
            case 12:
                return in.read(some) + Arrays.toString(some);
            case 13:
                return in.read();
            case 14:
                return in.read(some, 1, 3) + Arrays.toString(some);
            default:
                return in.available() < 0;
        }
    }

    @Suspendable
    private static List<String> reader(Wrappers w, Random random) throws Exception {
        Charset charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
        byte[] bytes =
                random.nextInt(4) == 0
                        ? bytes(random, 60)
                        : text(random, random.nextInt(200)).getBytes(charset);
        Trickle source = trickle(random, bytes);
        return readAll(w.reader(source, charset), random, source, false);
    }

    @Suspendable
    private static List<String> bufferedReader(Wrappers w, Random random) throws Exception {
        byte[] bytes = text(random, random.nextInt(300)).getBytes(StandardCharsets.UTF_8);
        Trickle source = trickle(random, bytes);
        Reader in = w.reader(source, StandardCharsets.UTF_8);
        return readAll(w.bufferedReader(in, random.nextInt(3) * 5), random, source, true);
    }

    @Suspendable
    private static List<String> readAll(Reader in, Random random, Trickle source, boolean lines)
            throws Exception {
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int what = random.nextInt(10);
            int n = random.nextInt(30);
            log.add(what + " " + outcome(() -> chars(in, what, n, lines)));
        }
        log.add(source.calls());
        return log;
    }

    @Suspendable
    static Object chars(Reader in, int what, int n, boolean lines) throws IOException {
        char[] some = new char[25];
        switch (what) {
            case 0:
                return in.read(some, n, 4) + new String(some);
            case 1:
                return in.ready();
            case 2:
                in.mark(n);
                return in.markSupported();
            case 3:
                in.reset();
                return "reset";
            case 4:
                return in.skip(n);
            case 5:
                return n == 0 ? close(in) : in.read();
            case 6:
            case 7:
                return lines ? ((BufferedReader) in).readLine() : in.read(some) + new String(some);
            default:
                return in.read(some, 0, Math.min(n, 25)) + new String(some);
        }
    }

    @Suspendable
    private static List<String> bufferedOutput(Wrappers w, Random random) throws Exception {
        Gather target = new Gather(Integer.MAX_VALUE);
        OutputStream out = w.bufferedOutput(target, random.nextInt(3) * 7);
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int what = random.nextInt(6);
            byte[] some = bytes(random, random.nextInt(20));
            log.add(what + " " + outcome(() -> output(out, what, some)) + target.state());
        }
        return log;
    }

    @Suspendable
    static Object output(OutputStream out, int what, byte[] some) throws IOException {
        switch (what) {
            case 0:
                out.write(some.length);
                return "one";
            case 1:
                out.write(some, some.length / 2, some.length);
                return "some";
            case 2:
                out.flush();
                return "flush";
            case 3:
                return some.length == 0 ? close(out) : "";
            default:
                out.write(some);
                return "all";
        }
    }

    @Suspendable
    private static List<String> dataOutput(Wrappers w, Random random) throws Exception {
        Gather target = new Gather(Integer.MAX_VALUE);
        DataOutputStream out =
                w.dataOutput(random.nextBoolean() ? target : w.bufferedOutput(target, 11));
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int what = random.nextInt(14);
            long value = random.nextLong();
            String text = text(random, random.nextInt(9));
            log.add(what + " " + outcome(() -> data(out, what, value, text)) + target.state());
        }
        return log;
    }

    @Suspendable
    private static Object data(DataOutputStream out, int what, long v, String text)
            throws IOException {
        switch (what) {
            case 0:
                out.writeBoolean(v > 0);
                break;
            case 1:
                out.writeByte((int) v);
                break;
            case 2:
                out.writeShort((int) v);
                break;
            case 3:
                out.writeChar((int) v);
                break;
            case 4:
                out.writeInt((int) v);
                break;
            case 5:
                out.writeLong(v);
                break;
            case 6:
                out.writeFloat(v);
                break;
            case 7:
                out.writeDouble(v);
                break;
            case 8:
                out.writeBytes(text);
                break;
            case 9:
                out.writeChars(text);
                break;
            case 10:
                out.writeUTF(text);
                break;
            case 11:
                out.flush();
                break;
            default:
                out.write((int) v);
                break;
        }
        return out.size();
    }

    @Suspendable
    private static List<String> writer(Wrappers w, Random random) throws Exception {
        Gather target = new Gather(Integer.MAX_VALUE);
        Charset charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
        return writeAll(w.writer(target, charset), random, target, false);
    }

    @Suspendable
    private static List<String> bufferedWriter(Wrappers w, Random random) throws Exception {
        Gather target = new Gather(Integer.MAX_VALUE);
        Writer out = w.writer(target, StandardCharsets.UTF_8);
        return writeAll(w.bufferedWriter(out, random.nextInt(3) * 5), random, target, true);
    }

    @Suspendable
    private static List<String> writeAll(Writer out, Random random, Gather target, boolean lines)
            throws Exception {
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int what = random.nextInt(10);
            String some = text(random, random.nextInt(20));
            log.add(what + " " + outcome(() -> write(out, what, some, lines)) + target.state());
        }
        return log;
    }

    @Suspendable
    private static Object write(Writer out, int what, String some, boolean lines)
            throws IOException {
        switch (what) {
            case 0:
                out.write(some.length() + 60);
                break;
            case 1:
                out.write(some.toCharArray(), some.length() / 2, some.length() / 3);
                break;
            case 2:
                out.flush();
                break;
            case 3:
                return some.isEmpty() ? close(out) : "";
            case 4:
                out.write(some, 0, some.length() / 2);
                break;
            case 5:
                out.append(some).append('c');
                break;
            case 6:
                out.write(some.toCharArray());
                break;
            case 7:
                if (lines) {
                    ((java.io.BufferedWriter) out).newLine();
                }
                break;
            default:
                out.write(some);
                break;
        }
        return "";
    }

    @Suspendable
    private static List<String> printWriter(Wrappers w, Random random) throws Exception {
        Gather target = new Gather(random.nextBoolean() ? Integer.MAX_VALUE : 200);
        boolean auto = random.nextBoolean();
        PrintWriter out =
                random.nextBoolean()
                        ? w.printWriter(target, auto, StandardCharsets.UTF_8)
                        : w.printWriter(w.writer(target, StandardCharsets.UTF_8), auto);
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int what = random.nextInt(14);
            String some = text(random, random.nextInt(20));
            log.add(what + " " + outcome(() -> print(out, what, some)) + target.state());
        }
        return log;
    }

    @Suspendable
    private static Object print(PrintWriter out, int what, String some) {
        switch (what) {
            case 0:
                out.print(some.length());
                break;
            case 1:
                out.println(some);
                break;
            case 2:
                out.printf(Locale.ROOT, "%d %s%n", some.length(), some);
                break;
            case 3:
                out.println(some.isEmpty());
                break;
            case 4:
                out.append(some, 0, some.length() / 2).append('x');
                break;
            case 5:
                out.write(some);
                break;
            case 6:
                out.flush();
                break;
            case 7:
                out.print((Object) null);
                out.println(some.toCharArray());
                break;
            case 8:
                out.println();
                out.format("%x", 255);
                break;
            case 9:
                return out.checkError();
            case 10:
                if (some.isEmpty()) {
                    out.close();
                }
                break;
            default:
                out.print(some);
                break;
        }
        return "";
    }

    @Suspendable
    private static List<String> printStream(Wrappers w, Random random) throws Exception {
        Gather target = new Gather(random.nextBoolean() ? Integer.MAX_VALUE : 200);
        PrintStream out = w.printStream(target, random.nextBoolean(), StandardCharsets.UTF_8);
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int what = random.nextInt(12);
            String some = text(random, random.nextInt(20));
            log.add(what + " " + outcome(() -> print(out, what, some)) + target.state());
        }
        return log;
    }

    @Suspendable
    private static Object print(PrintStream out, int what, String some) throws IOException {
        switch (what) {
            case 0:
                out.print(some.length());
                break;
            case 1:
                out.println(some);
                break;
            case 2:
                out.printf(Locale.ROOT, "%d %s%n", some.length(), some);
                break;
            case 3:
                out.println(2.5);
                break;
            case 4:
                out.append(some, 0, some.length() / 2).append('x');
                break;
            case 5:
                out.write(some.getBytes(StandardCharsets.UTF_8));
                break;
            case 6:
                out.flush();
                break;
            case 7:
                out.write('\n');
                break;
            case 8:
                return out.checkError();
            case 9:
                if (some.isEmpty()) {
                    out.close();
                }
                break;
            default:
                out.print(some);
                break;
        }
        return "";
    }
}
