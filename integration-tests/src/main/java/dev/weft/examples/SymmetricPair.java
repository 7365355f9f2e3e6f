package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.generator.Coroutine;
import dev.weft.generator.CoroutineContext;
import dev.weft.generator.SymmetricCoroutine;
import java.util.StringJoiner;

/**
 * Program 14: two coroutines that call each other with data; once symmetric, once with a trampoline
 * as PEP 342 has it. Both print {@code A x C a B c D b}.
 */
public final class SymmetricPair {
    private SymmetricPair() {}

    /**
     * With symmetric coroutines.
     *
     * @return what they print
     */
    public static String symmetric() {
        StringJoiner out = new StringJoiner(" ");
        Pair<SymmetricCoroutine<String>> pair = new Pair<>();
        pair.one = SymmetricCoroutine.of(x -> half(out, pair, true, x));
        pair.two = SymmetricCoroutine.of(a -> half(out, pair, false, a));
        pair.one.switchTo("x");
        return out.toString();
    }

    @Suspendable
    private static String half(
            StringJoiner out, Pair<SymmetricCoroutine<String>> pair, boolean one, String first) {
        out.add(one ? "A" : "C").add(first);
        String second = one ? pair.two.switchTo("a") : pair.one.switchTo("c");
        out.add(one ? "B" : "D").add(second);
        return one ? pair.two.switchTo("b") : null;
    }

    /**
     * With a trampoline: a coroutine yields whom to resume with what.
     *
     * @return what they print
     */
    public static String trampoline() {
        StringJoiner out = new StringJoiner(" ");
        Pair<Coroutine<String, Call>> pair = new Pair<>();
        pair.one = Coroutine.of((c, x) -> caller(out, pair, c, x));
        pair.two = Coroutine.of((c, a) -> callee(out, pair, c, a));
        Call call = new Call(pair.one, "x");
        while (call != null) {
            call = call.target.resume(call.data);
        }
        return out.toString();
    }

    @Suspendable
    private static Call caller(
            StringJoiner out,
            Pair<Coroutine<String, Call>> pair,
            CoroutineContext<String, Call> c,
            String x) {
        out.add("A").add(x);
        String received = c.yield(new Call(pair.two, "a"));
        out.add("B").add(received);
        return new Call(pair.two, "b");
    }

    @Suspendable
    private static Call callee(
            StringJoiner out,
            Pair<Coroutine<String, Call>> pair,
            CoroutineContext<String, Call> c,
            String a) {
        out.add("C").add(a);
        String b = c.yield(new Call(pair.one, "c"));
        out.add("D").add(b);
        return null;
    }

    private static final class Pair<C> {
        C one;
        C two;
    }

    private static final class Call {
        final Coroutine<String, Call> target;
        final String data;

        Call(Coroutine<String, Call> target, String data) {
            this.target = target;
            this.data = data;
        }
    }
}
