package scenario

import dev.weft.Suspendable
import dev.weft.it.Pins
import dev.weft.it.Trace
import groovy.transform.CompileStatic

import static dev.weft.it.SuspendingCall.*

// What Groovy's compiler makes that javac does not. Each class with a run() is one test.

@CompileStatic
@Suspendable
class StaticCode {
    static Object run() {
        int sum = 0
        for (int n in 1..i(3)) sum += i(n)
        List<String> words = [str('a'), str('b')]
        Map<String, Integer> map = [k: i(1), (str('v')): 2]
        String text = "${words[0]}-${i(sum)}-${map['v']}"
        String name = o(null) as String
        String elvis = name ?: str('none')
        Integer safe = name?.length()
        int size = words.size() <=> i(2)
        return text + elvis + safe + size + (str('x') in words) + words*.length()
    }
}

@CompileStatic
@Suspendable
class DefaultArguments {
    private static String join(String a = str('a'), int n = i(2), String b = a + n) {
        return str(a) * n + b
    }

    static Object run() {
        return join() + join(str('b')) + join('c', i(1)) + join('d', 1, str('e'))
    }
}

@CompileStatic
@Suspendable
class Switches {
    private static String kind(Object value) {
        switch (o(value)) {
            case String: return str('string')
            case 1..3: return 'range' + i(1)
            case [7, 8]: return str('list')
            case null: return str('null')
            case ~/.*x/: return 'pattern'
            default: return 'other' + i(0)
        }
    }

    static Object run() {
        return kind('s') + kind(2) + kind(8) + kind(null) + kind(99L)
    }
}

@CompileStatic
@Suspendable
class Failures {
    private static int value(int k) {
        try {
            if (k == 0) fail(new IllegalStateException('x'))
            assert i(k) > 0 : 'positive'
            return i(k)
        } catch (IllegalStateException | NullPointerException e) {
            return i(7)
        } finally {
            Trace.add('finally ' + i(k))
        }
    }

    static Object run() {
        int sum = value(0) + value(1)
        try {
            value(-1)
        } catch (AssertionError e) {
            return sum + str('asserted')
        }
        return sum
    }
}

@CompileStatic
@Suspendable
trait Named {
    String name = 'n'

    String greet() {
        return str(name) + i(1) + other()
    }

    abstract String other()
}

@CompileStatic
@Suspendable
trait Loud extends Named {
    String greet() {
        return Named.super.greet() + str('!')
    }
}

@CompileStatic
@Suspendable
class Person implements Loud {
    String other() {
        return str('/person')
    }
}

@CompileStatic
@Suspendable
class Traits {
    static Object run() {
        Named person = new Person()
        person.name = str('p')
        return person.greet() + person.name
    }
}

@CompileStatic
@Suspendable
class Point {
    int x
    int y

    Point plus(Point other) {
        return new Point(x: i(x) + other.x, y: y + i(other.y))
    }

    int getAt(int k) {
        return k == 0 ? i(x) : i(y)
    }
}

@CompileStatic
@Suspendable
class Operators {
    static Object run() {
        Point p = new Point(x: i(1), y: 2) + new Point(x: 3, y: i(4))
        Point q = p + p
        long whole = l(7L).intdiv(2)
        return "${p.x} ${q[0]} ${q[1]} ${whole} ${i(2)**3} ${i(7) % 4}"
    }
}

// A closure whose parameters are objects is called without Groovy's dispatch where both sides are
// compiled statically.
@CompileStatic
@Suspendable
class Closures {
    private static Object twice(Closure<Object> c) {
        return "${c.call(i(1))} ${c(2)}"
    }

    private static Object once(Closure<Object> c) {
        return c.call()
    }

    static Object run() {
        int captured = i(100)
        StringBuilder log = new StringBuilder()
        Object a = twice { Object n -> i((int) n) + captured }
        Object b = once { str('implicit') + it }
        Object c = twice { log.append(i(7)); it }
        String e
        try {
            once { i(1); throw new IllegalStateException('x') }
        } catch (IllegalStateException x) {
            e = str(x.message)
        }
        return "$a $b $c $e $log"
    }
}

// Arguments are converted to other types by Groovy's dispatch, which calls a closure without
// parameters too, and Groovy's library calls closures by it.
@Pins(value = 4, withLibrary = 2, inferred = 4)
@CompileStatic
@Suspendable
class ClosuresThatPin {
    static Object run() {
        Closure<Integer> c = { int n -> i(n) }
        List<Integer> list = [1, 2].collect { Object n -> i((int) n) * 2 }
        Closure<Object> none = { -> str('none') }
        return c.call(5) + i(1) + (int) list.sum(0) + none.call()
    }
}

// Without @CompileStatic each call is linked by Groovy: what it calls runs pinned.
@Pins(value = 3, withLibrary = 3, inferred = 3)
@Suspendable
class DynamicCode {
    static Object run() {
        def a = i(1)
        def b = str("b")
        return a + b + l(3L)
    }
}
