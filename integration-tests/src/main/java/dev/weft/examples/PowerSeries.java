package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.SuspendableConsumer;
import dev.weft.channel.Channel;
import dev.weft.fiber.Weft;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Power series as fibers (test/chan/powser1 of Go, after McIlroy): a series is a channel of
 * coefficients, sent on demand, and every operation on series is a fiber, or grows a new one with
 * each coefficient. The exponential and the tangent are defined by themselves.
 */
public final class PowerSeries {
    private static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);
    private static final Rational ONE = new Rational(BigInteger.ONE, BigInteger.ONE);

    /** A receiver asks before each coefficient, so that no fiber runs ahead of what is needed. */
    private final Channel<Boolean> demands = Channel.rendezvous();

    private final Channel<Rational> coefficients = Channel.rendezvous();

    private PowerSeries() {}

    /** An exact fraction in lowest terms. */
    private static final class Rational {
        final BigInteger numerator;
        final BigInteger denominator;

        Rational(BigInteger numerator, BigInteger denominator) {
            BigInteger divisor = numerator.gcd(denominator);
            this.numerator = numerator.divide(divisor);
            this.denominator = denominator.divide(divisor);
        }

        Rational plus(Rational r) {
            return new Rational(
                    numerator.multiply(r.denominator).add(r.numerator.multiply(denominator)),
                    denominator.multiply(r.denominator));
        }

        Rational times(Rational r) {
            return new Rational(
                    numerator.multiply(r.numerator), denominator.multiply(r.denominator));
        }

        Rational over(int n) {
            return new Rational(numerator, denominator.multiply(BigInteger.valueOf(n)));
        }

        @Override
        public String toString() {
            return denominator.equals(BigInteger.ONE)
                    ? numerator.toString()
                    : numerator + "/" + denominator;
        }
    }

    /**
     * Prints the first coefficients of the exponential and the tangent.
     *
     * @param arguments how many; default 10
     */
    public static void main(String[] arguments) {
        int n = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        System.out.println("exp " + exponential(n));
        System.out.println("tan " + tangent(n));
    }

    /**
     * The exponential: its own integral, from 1.
     *
     * @param n how many coefficients
     * @return as text
     */
    public static String exponential(int n) {
        return Weft.run(() -> first(n, exp()));
    }

    /**
     * The tangent: the integral of 1 and its own square.
     *
     * @param n how many coefficients
     * @return as text
     */
    public static String tangent(int n) {
        return Weft.run(() -> first(n, tan()));
    }

    @Suspendable
    private static String first(int n, PowerSeries series) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            all.add(series.next().toString());
        }
        return String.join(" ", all);
    }

    @Suspendable
    private static PowerSeries exp() {
        PowerSeries result = new PowerSeries();
        PowerSeries[] twice = split(result);
        integrate(ONE, twice[0], result);
        return twice[1];
    }

    @Suspendable
    private static PowerSeries tan() {
        PowerSeries result = new PowerSeries();
        PowerSeries[] twice = split(result);
        PowerSeries[] factors = split(twice[0]);
        integrate(ZERO, plusOne(times(factors[0], factors[1])), result);
        return twice[1];
    }

    @Suspendable
    private Rational next() {
        demands.send(true);
        return coefficients.receive();
    }

    @Suspendable
    private void give(Rational coefficient) {
        demands.receive();
        coefficients.send(coefficient);
    }

    private static PowerSeries made(SuspendableConsumer<PowerSeries> body) {
        PowerSeries made = new PowerSeries();
        Weft.go(() -> body.accept(made));
        return made;
    }

    private static void integrate(Rational constant, PowerSeries of, PowerSeries result) {
        Weft.go(
                () -> {
                    result.give(constant);
                    for (int i = 1; ; i++) {
                        result.demands.receive();
                        result.coefficients.send(of.next().over(i));
                    }
                });
    }

    private static PowerSeries plusOne(PowerSeries series) {
        return made(
                out -> {
                    out.demands.receive();
                    out.coefficients.send(series.next().plus(ONE));
                    copy(series, out);
                });
    }

    @Suspendable
    private static void copy(PowerSeries from, PowerSeries to) {
        for (; ; ) {
            to.demands.receive();
            to.coefficients.send(from.next());
        }
    }

    private static PowerSeries plus(PowerSeries f, PowerSeries g) {
        return made(
                out -> {
                    for (; ; ) {
                        out.demands.receive();
                        out.coefficients.send(f.next().plus(g.next()));
                    }
                });
    }

    private static PowerSeries scaled(Rational factor, PowerSeries series) {
        return made(
                out -> {
                    for (; ; ) {
                        out.demands.receive();
                        out.coefficients.send(factor.times(series.next()));
                    }
                });
    }

    /**
     * (f + xF)(g + xG) = fg + x(fG + gF) + x(x(FG)): the rest is a product again, of new fibers.
     */
    private static PowerSeries times(PowerSeries left, PowerSeries right) {
        return made(
                out -> {
                    out.demands.receive();
                    Rational f = left.next();
                    Rational g = right.next();
                    out.coefficients.send(f.times(g));
                    PowerSeries[] lefts = split(left);
                    PowerSeries[] rights = split(right);
                    PowerSeries mixed = plus(scaled(f, rights[0]), scaled(g, lefts[0]));
                    PowerSeries rest = times(lefts[1], rights[1]);
                    out.give(mixed.next());
                    copy(plus(mixed, rest), out);
                });
    }

    /** Two readers of one series; what one has not read yet is kept for it. */
    private static PowerSeries[] split(PowerSeries series) {
        Channel<Rational> forLeft = Channel.unlimited();
        Channel<Rational> forRight = Channel.unlimited();
        Channel<Boolean> turn = Channel.buffered(1);
        turn.offer(true);
        return new PowerSeries[] {
            made(out -> serve(series, turn, forLeft, forRight, out)),
            made(out -> serve(series, turn, forRight, forLeft, out))
        };
    }

    @Suspendable
    private static void serve(
            PowerSeries series,
            Channel<Boolean> turn,
            Channel<Rational> mine,
            Channel<Rational> other,
            PowerSeries out) {
        for (; ; ) {
            out.demands.receive();
            Rational kept = mine.poll();
            if (kept == null) {
                turn.receive();
                kept = mine.poll();
                if (kept == null) {
                    kept = series.next();
                    other.send(kept);
                }
                turn.send(true);
            }
            out.coefficients.send(kept);
        }
    }
}
