package scenario;

import static dev.weft.it.SuspendingCall.*;
import static dev.weft.it.Watched.*;

import dev.weft.Suspendable;

/** What each suspension keeps reachable; ReachabilityTest says what it should be. */
@Suspendable
class Reachability {
    static void deadLocal() {
        Object a = make("a");
        use(a);
        v();
    }

    static void liveThenDead() {
        Object a = make("a");
        v();
        use(a);
        v();
    }

    static void inLoop() {
        for (int k = 0; k < 2; k++) {
            Object o = make("o" + k);
            v();
            use(o);
            v();
        }
    }

    static void operand() {
        two(make("a"), i(1));
        v();
    }

    static void two(Object a, int b) {
        use(a);
    }

    static void parameter() {
        callee(make("p"));
        v();
    }

    static void callee(Object p) {
        v();
        v();
        use(p);
        v();
    }

    static void deadParameter() {
        deadCallee(make("p"));
    }

    static void deadCallee(Object p) {
        use(p);
        v();
    }

    static void callersLocals() {
        Object kept = make("kept");
        Object dropped = make("dropped");
        use(dropped);
        callee(make("p"));
        use(kept);
    }

    static void handler() {
        try {
            Object o = make("o");
            v();
            use(o);
            fail(new IllegalStateException());
        } catch (IllegalStateException e) {
            v();
        }
    }

    static void exception() {
        try {
            fail(watch("e", new IllegalStateException()));
        } catch (IllegalStateException e) {
            use(e);
            v();
        }
    }

    static void resultOfLeaf() {
        Object r = o(make("r"));
        use(r);
        v();
    }

    static void resultOfWoven() {
        Object r = made();
        use(r);
        v();
    }

    static Object made() {
        v();
        return make("r");
    }

    static void shrinking() {
        Object a = make("a");
        Object b = make("b");
        Object c = make("c");
        v();
        use(a);
        v();
        use(b);
        v();
        use(c);
        v();
    }

    static void manyThenNone() {
        Object a = make("a");
        Object b = make("b");
        Object c = make("c");
        Object d = make("d");
        Object e = make("e");
        Object f = make("f");
        Object g = make("g");
        Object h = make("h");
        Object i = make("i");
        v();
        use(i);
        v();
        use(new Object[] {a, b, c, d, e, f, g, h}[7]);
        v();
    }

    static void receiver() {
        watch("this", new Reachability()).method();
    }

    void method() {
        v();
        use(this);
        v();
    }

    static void slotReused() {
        {
            Object a = make("a");
            v();
            use(a);
        }
        long n = l(1);
        v();
        use(n);
    }

    static void overwritten() {
        Object a = make("a");
        v();
        use(a);
        a = null;
        v();
        a = make("b");
        v();
        use(a);
    }

    static void branch() {
        Object a = make("a");
        if (z(true)) {
            v();
            v();
        } else {
            use(a);
        }
    }

    static void underConstruction() {
        Object[] box = {make("a")};
        String s = new String(str("x"));
        use(box[0]);
        use(s);
        v();
    }
}
