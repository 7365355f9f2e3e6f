package scenario

import dev.weft.Suspendable
import dev.weft.it.Pins
import dev.weft.it.SuspendingCall.*
import dev.weft.it.Trace

// What Kotlin's compiler makes that javac does not. Each object with a run() is one test.

@Suspendable
fun interface Step {
    fun step(n: Int): Int
}

@Suspendable
object InlineLambdas {
    @JvmStatic
    fun run(): Any? {
        var sum = 0
        listOf(1, 2, 3).forEach { sum += i(it) }
        val words = listOf("a", "b", "c").map { str(it) + i(sum) }.filter { z(it != "b6") }
        val first = words.firstOrNull { it.startsWith(str("c")) } ?: "none"
        return words.fold(first) { all, word -> all + "," + str(word) }
    }
}

@Suspendable
object NonLocalReturn {
    @JvmStatic
    fun run(): Any? = find(listOf(1, 2, 3)) + find(listOf())

    private fun find(list: List<Int>): Int {
        list.forEach {
            try {
                if (i(it) == 2) return it * i(10)
            } finally {
                Trace.add("finally " + i(it))
            }
        }
        return -1
    }
}

@Suspendable
object OwnInlineFunctions {
    private inline fun <T> guarded(name: String, body: () -> T, onError: (Throwable) -> T): T =
        try {
            Trace.add("enter " + str(name))
            body()
        } catch (e: IllegalStateException) {
            onError(e)
        } finally {
            Trace.add("leave " + str(name))
        }

    private inline fun <reified T> kind(value: Any?): String = if (o(value) is T) T::class.java.name else "no"

    @JvmStatic
    fun run(): Any? {
        val a = guarded("a", { i(1) }, { i(2) })
        val b = guarded("b", { fail(IllegalStateException("x")) }, { i(it.message!!.length) })
        return "$a $b ${kind<String>("s")} ${kind<Int>("s")}"
    }
}

@Suspendable
object WhenBranches {
    private enum class Colour { RED, GREEN }

    private fun number(n: Int): String =
        when (i(n)) {
            0 -> "zero"
            in 1..i(3) -> str("few")
            i(7), i(8) -> "seven"
            else -> if (n < 0) str("negative") else "many"
        }

    private fun text(s: String?): Int =
        when (str(s)) {
            "Aa", "BB" -> i(1) // the same hash code
            null -> i(2)
            else -> 3
        }

    private fun colour(c: Colour): String =
        when (o(c)) {
            Colour.RED -> str("r")
            Colour.GREEN -> str("g")
        }

    @JvmStatic
    fun run(): Any? {
        val numbers = intArrayOf(0, 2, 7, 8, 9, -1).map { number(it) }
        val texts = listOf("Aa", "BB", null, "C").map { text(it) }
        return numbers.toString() + texts + colour(Colour.RED) + colour(Colour.GREEN)
    }
}

@Suspendable
sealed class Expression {
    class Number(val value: Int) : Expression()

    class Sum(val a: Expression, val b: Expression) : Expression()

    object Nothing : Expression()

    fun eval(): Int =
        when (this) {
            is Number -> i(value)
            is Sum -> a.eval() + b.eval()
            Nothing -> i(0)
        }
}

@Suspendable
object Sealed {
    @JvmStatic
    fun run(): Any? =
        Expression.Sum(Expression.Number(i(1)), Expression.Sum(Expression.Nothing, Expression.Number(i(5)))).eval()
}

// The synthetic greet$default is suspendable with greet.
@Suspendable
object DefaultArguments {
    private fun greet(name: String = str("you"), times: Int = i(2), suffix: String = name + times): String =
        str("hello $name").repeat(times) + suffix

    @JvmStatic
    fun run(): Any? = greet() + greet(str("a")) + greet(times = i(1)) + greet(suffix = "!", name = str("b"))
}

@Suspendable
interface Greeter {
    fun greet(name: String, times: Int = i(2)): String

    fun twice(name: String): String = greet(name) + greet(str(name), 1)
}

// The interface's bodies and default arguments are in the class Greeter$DefaultImpls.
@Suspendable
object InterfaceDefaults {
    private class Polite : Greeter {
        override fun greet(name: String, times: Int): String = str("dear $name").repeat(times)
    }

    @JvmStatic
    fun run(): Any? {
        val greeter: Greeter = Polite()
        return greeter.twice("a") + Polite().greet(str("b")) + greeter.greet("c", i(1))
    }
}

// More than 32 parameters need a second mask; recursion in a default argument.
@Suspendable
object ManyDefaults {
    private fun many(
        a: Int = 1, b: Int = 1, c: Int = 1, d: Int = 1, e: Int = 1, f: Int = 1, g: Int = 1, h: Int = 1,
        i: Int = 1, j: Int = 1, k: Int = 1, l: Int = 1, m: Int = 1, n: Int = 1, o: Int = 1, p: Int = 1,
        q: Int = 1, r: Int = 1, s: Int = 1, t: Int = 1, u: Int = 1, v: Int = 1, w: Int = 1, x: Int = 1,
        y: Int = 1, z: Int = 1, aa: Int = 1, ab: Int = 1, ac: Int = 1, ad: Int = 1, ae: Int = 1, af: Int = 1,
        ag: Int = i(33), ah: Long = l(34L),
    ): Long = i(a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q + r + s + t + u + v + w + x) +
        y + z + aa + ab + ac + ad + ae + af + ag + ah

    private fun down(n: Int, rest: Int = if (n > 0) down(n - 1) else i(0)): Int = i(n) + rest

    @JvmStatic
    fun run(): Any? = "${many()} ${many(af = i(5))} ${down(3)} ${down(1, i(7))}"
}

data class Point(val x: Int, val y: String = "p", val z: Double = 0.5)

@Suspendable
object DataClasses {
    @JvmStatic
    fun run(): Any? {
        val p = Point(i(1), z = d(-0.0))
        val q = p.copy(y = str("q"))
        val (x, y) = o(q)
        return "$p $q ${p == q} ${q == Point(i(1), "q", d(-0.0))} $x $y ${q.hashCode() == q.copy().hashCode()}"
    }
}

@Suspendable
object TryAsExpression {
    private fun value(k: Int): Int =
        try {
            if (k == 0) fail(RuntimeException("x")) else i(k)
        } catch (e: RuntimeException) {
            Trace.add(e.message)
            i(7)
        } finally {
            Trace.add("finally " + i(k))
        }

    private class Resource(val name: String) : AutoCloseable {
        override fun close() {
            Trace.add("close $name")
        }
    }

    @JvmStatic
    fun run(): Any? {
        val sum = value(0) * i(100) + value(1)
        val used = Resource("r").use { str(it.name) + i(3) }
        val failed = runCatching { Resource("s").use { fail(IllegalStateException("in use")) } }
        return "$sum $used ${failed.exceptionOrNull()?.message}"
    }
}

@Suspendable
class Counter private constructor(private val from: Int) {
    private var count = from

    fun next(): Int = l(count++.toLong()).toInt()

    @Suspendable
    companion object {
        private const val START = 3

        @JvmStatic
        fun make(): Counter = Counter(i(START))

        operator fun invoke(n: Int): Counter = Counter(i(n))
    }
}

@Suspendable
object Companions {
    @JvmStatic
    fun run(): Any? {
        val a = Counter.make()
        val b = Counter(10)
        return listOf(a.next(), a.next(), b.next())
    }
}

@Suspendable
object NullChecks {
    private fun length(s: String): Int = i(s.length)

    @JvmStatic
    fun run(): Any? {
        val present: String? = o("abc")
        val absent: String? = o(null)
        val npe =
            try {
                o<String?>(null)!!.length
            } catch (e: NullPointerException) {
                i(-1)
            }
        val parameter =
            try {
                length(str(null))
            } catch (e: NullPointerException) {
                i(-2)
            }
        return "${present?.let { length(it) }} ${absent?.length ?: i(9)} ${requireNotNull(present)} $npe $parameter"
    }
}

@Suspendable
object Loops {
    @JvmStatic
    fun run(): Any? {
        val log = StringBuilder()
        outer@ for (a in 0 until i(5)) {
            for (b in i(6) downTo 0 step 2) {
                if (b == i(2)) continue@outer
                if (a == 3) break@outer
                log.append(a).append(b)
            }
        }
        repeat(i(2)) { log.append("$it ${str("x")}") }
        for ((index, c) in "ab".withIndex()) log.append(index).append(c(c))
        for ((k, v) in mapOf("k" to i(1))) log.append(k).append(i(v))
        do {
            val more = z(log.length < 40)
            log.append('.')
        } while (more)
        return log.toString()
    }
}

@Suspendable
object FunInterfaces {
    private fun apply(step: Step): Int = step.step(i(2)) + step.step(3)

    @JvmStatic
    fun run(): Any? {
        var calls = 0
        val lambda = apply { n -> calls++; n + i(n) }
        val offset = i(100)
        val anonymous =
            apply(
                object : Step {
                    override fun step(n: Int): Int = i(n) + offset
                })
        return "$lambda $anonymous $calls ${apply(::twice)}"
    }

    @JvmStatic
    fun twice(n: Int): Int = i(n) * 2
}

// Kotlin's function types are not woven; woven code looks for the companion of what it calls.
@Suspendable
object FunctionValues {
    private fun twice(f: (Int) -> Int): Int = f(i(1)) + f(2)

    private fun unit(f: () -> Unit) {
        f()
        f()
    }

    private fun build(f: StringBuilder.(Long, Double) -> Unit): String = StringBuilder().apply { f(l(3L), d(-0.0)) }.toString()

    private fun adder(n: Int): (Int) -> (Int) -> Int = { a -> { b -> i(a) + b + n } }

    private fun nested(f: (() -> String) -> String): String = f { str("inner") + i(1) }

    @JvmStatic
    fun run(): Any? {
        val f: (Int) -> Int = { i(it) }
        var seen = 0
        unit { seen += i(1) }
        val text = build { a, b -> append(l(a)).append(' ').append(d(b)) }
        val nothing: (() -> Int)? = if (z(false)) ({ i(9) }) else null
        val all = listOf<(Int) -> Int>({ i(it) }, { it + 1 }, f)
        var sum = 0
        for (g in all) sum += g(i(10))
        val null1: (String?) -> String? = { str(it) }
        return "${f(1) + i(f(2))} ${twice { i(it) * 10 }} $seen $text ${nothing?.invoke()} $sum " +
            "${adder(i(1))(2)(3)} ${nested { it() + it() }} ${null1(null)} ${twice { it }}"
    }
}

@Suspendable
object FunctionObjects {
    private class Doubler(val by: Int) : (Int) -> Int {
        @Suspendable
        override fun invoke(n: Int): Int = i(n) * by
    }

    private fun twice(f: (Int) -> Int): Int = f(i(1)) + f(2)

    private fun text(f: (String, Int) -> String): String = f(str("t"), 3)

    private fun plus(n: Int): Int = i(n) + 1

    private fun repeated(s: String, n: Int): String = s.repeat(i(n))

    @JvmStatic
    fun run(): Any? = "${twice(Doubler(3))} ${twice(::plus)} ${text(::repeated)} ${twice(1::plus)} ${twice(this::plus)}"

    private operator fun Int.plus(n: Int): Int = i(this) * n
}

// More parameters than companions have: pins; so does what Kotlin's library calls.
@Pins(2, inferred = 2)
@Suspendable
object FunctionsThatPin {
    private fun eleven(f: (Int, Int, Int, Int, Int, Int, Int, Int, Int, Int, Int) -> Int): Int =
        f(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)

    @JvmStatic
    fun run(): Any? {
        val many = eleven { a, _, _, _, _, _, _, _, _, _, k -> i(a) + k }
        return many + sequenceOf(1).map { i(it) }.first()
    }
}

@Suspendable
object FunctionsThatThrow {
    private fun guarded(f: () -> Int): Int =
        try {
            f()
        } catch (e: IllegalStateException) {
            i(e.message!!.length)
        } finally {
            Trace.add("finally " + i(0))
        }

    @JvmStatic
    fun run(): Any? {
        val nothing: Any? = o(null)
        val npe =
            try {
                @Suppress("UNCHECKED_CAST")
                (nothing as () -> Int)()
            } catch (e: NullPointerException) {
                i(-1)
            }
        return guarded { fail(IllegalStateException("abc")) } + guarded { i(1); throw IllegalStateException("ab") } + npe
    }
}

@Suspendable
object LocalFunctions {
    private fun Int.doubled(): Int = i(this) * 2

    private tailrec fun sum(n: Int, all: Int): Int = if (n == 0) all else sum(n - 1, all + i(n))

    private fun total(vararg n: Int): Int {
        var all = 0
        for (k in n) all += i(k)
        return all
    }

    @JvmStatic
    fun run(): Any? {
        var seen = 0
        fun local(n: Int): Int {
            seen += n
            return if (n == 0) i(0) else local(n - 1) + i(n)
        }
        val three = intArrayOf(i(1), i(2))
        return "${local(3)} $seen ${4.doubled()} ${sum(5, 0)} ${total(*three, i(3))}"
    }
}

@Suspendable
object Properties {
    private class Delegate {
        @Suspendable
        operator fun getValue(owner: Any?, property: kotlin.reflect.KProperty<*>): Int = i(property.name.length)
    }

    private val delegated by Delegate()
    private val computed: Int
        get() = i(4)

    @JvmStatic
    fun run(): Any? {
        val local by Delegate()
        return delegated + computed * i(10) + local
    }
}
