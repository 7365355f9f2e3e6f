package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.StandIn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Scanner;

/** Stand-ins for the methods of {@link Scanner} that read values; see {@link Scanners}. */
public final class ScannerNumbers {
    private ScannerNumbers() {}

    /** {@link Scanner#hasNextBoolean()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static boolean hasNextBoolean(Scanner it) throws Exception {
        return Scanners.token(it, () -> it.hasNextBoolean());
    }

    /** {@link Scanner#nextBoolean()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static boolean nextBoolean(Scanner it) throws Exception {
        return Scanners.scan(it, () -> it.nextBoolean());
    }

    /** {@link Scanner#hasNextFloat()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static boolean hasNextFloat(Scanner it) throws Exception {
        return Scanners.token(it, () -> it.hasNextFloat());
    }

    /** {@link Scanner#nextFloat()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static float nextFloat(Scanner it) throws Exception {
        return Scanners.scan(it, () -> it.nextFloat());
    }

    /** {@link Scanner#hasNextDouble()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static boolean hasNextDouble(Scanner it) throws Exception {
        return Scanners.token(it, () -> it.hasNextDouble());
    }

    /** {@link Scanner#nextDouble()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static double nextDouble(Scanner it) throws Exception {
        return Scanners.scan(it, () -> it.nextDouble());
    }

    /** {@link Scanner#hasNextBigDecimal()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static boolean hasNextBigDecimal(Scanner it) throws Exception {
        return Scanners.token(it, () -> it.hasNextBigDecimal());
    }

    /** {@link Scanner#nextBigDecimal()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static BigDecimal nextBigDecimal(Scanner it) throws Exception {
        return Scanners.scan(it, () -> it.nextBigDecimal());
    }

    /** {@link Scanner#hasNextByte()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static boolean hasNextByte(Scanner it) throws Exception {
        return Scanners.token(it, () -> it.hasNextByte());
    }

    /** {@link Scanner#nextByte()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static byte nextByte(Scanner it) throws Exception {
        return Scanners.scan(it, () -> it.nextByte());
    }

    /** {@link Scanner#hasNextByte(int)}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static boolean hasNextByte(Scanner it, int radix) throws Exception {
        return Scanners.token(it, () -> it.hasNextByte(radix));
    }

    /** {@link Scanner#nextByte(int)}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static byte nextByte(Scanner it, int radix) throws Exception {
        return Scanners.scan(it, () -> it.nextByte(radix));
    }

    /** {@link Scanner#hasNextShort()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static boolean hasNextShort(Scanner it) throws Exception {
        return Scanners.token(it, () -> it.hasNextShort());
    }

    /** {@link Scanner#nextShort()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static short nextShort(Scanner it) throws Exception {
        return Scanners.scan(it, () -> it.nextShort());
    }

    /** {@link Scanner#hasNextShort(int)}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static boolean hasNextShort(Scanner it, int radix) throws Exception {
        return Scanners.token(it, () -> it.hasNextShort(radix));
    }

    /** {@link Scanner#nextShort(int)}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static short nextShort(Scanner it, int radix) throws Exception {
        return Scanners.scan(it, () -> it.nextShort(radix));
    }

    /** {@link Scanner#hasNextInt()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static boolean hasNextInt(Scanner it) throws Exception {
        return Scanners.token(it, () -> it.hasNextInt());
    }

    /** {@link Scanner#nextInt()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static int nextInt(Scanner it) throws Exception {
        return Scanners.scan(it, () -> it.nextInt());
    }

    /** {@link Scanner#hasNextInt(int)}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static boolean hasNextInt(Scanner it, int radix) throws Exception {
        return Scanners.token(it, () -> it.hasNextInt(radix));
    }

    /** {@link Scanner#nextInt(int)}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static int nextInt(Scanner it, int radix) throws Exception {
        return Scanners.scan(it, () -> it.nextInt(radix));
    }

    /** {@link Scanner#hasNextLong()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static boolean hasNextLong(Scanner it) throws Exception {
        return Scanners.token(it, () -> it.hasNextLong());
    }

    /** {@link Scanner#nextLong()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static long nextLong(Scanner it) throws Exception {
        return Scanners.scan(it, () -> it.nextLong());
    }

    /** {@link Scanner#hasNextLong(int)}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static boolean hasNextLong(Scanner it, int radix) throws Exception {
        return Scanners.token(it, () -> it.hasNextLong(radix));
    }

    /** {@link Scanner#nextLong(int)}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static long nextLong(Scanner it, int radix) throws Exception {
        return Scanners.scan(it, () -> it.nextLong(radix));
    }

    /** {@link Scanner#hasNextBigInteger()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static boolean hasNextBigInteger(Scanner it) throws Exception {
        return Scanners.token(it, () -> it.hasNextBigInteger());
    }

    /** {@link Scanner#nextBigInteger()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static BigInteger nextBigInteger(Scanner it) throws Exception {
        return Scanners.scan(it, () -> it.nextBigInteger());
    }

    /** {@link Scanner#hasNextBigInteger(int)}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static boolean hasNextBigInteger(Scanner it, int radix) throws Exception {
        return Scanners.token(it, () -> it.hasNextBigInteger(radix));
    }

    /** {@link Scanner#nextBigInteger(int)}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static BigInteger nextBigInteger(Scanner it, int radix) throws Exception {
        return Scanners.scan(it, () -> it.nextBigInteger(radix));
    }
}
