// The Kotlin side of the generator benchmarks of JMH (class PeerGenerators there): the standard library's
// `sequence`, and coroutines made by its intrinsics where values go both ways, for which it has no builder.
@file:JvmName("Sequences")

package dev.weft.benchmarks.peer

import java.util.function.IntUnaryOperator
import java.util.function.Supplier
import java.util.function.UnaryOperator
import kotlin.coroutines.Continuation
import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.createCoroutineUnintercepted
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.coroutines.resume

fun count(): Supplier<Iterator<Int>> = Supplier { counting().iterator() }

fun tree(levels: Int): Supplier<Iterator<Int>> {
    val tree = build(0, (1 shl levels) - 2)
    return Supplier { iterator { walk(tree) } }
}

fun permutations(n: Int): Supplier<Iterator<IntArray>> = Supplier {
    iterator { permute(IntArray(n) { it }, 0) }
}

suspend fun SequenceScope<IntArray>.permute(items: IntArray, from: Int) {
    if (from == items.size) {
        yield(items)
        return
    }
    for (i in from until items.size) {
        swap(items, from, i)
        permute(items, from + 1)
        swap(items, from, i)
    }
}

fun swap(items: IntArray, a: Int, b: Int) {
    val held = items[a]
    items[a] = items[b]
    items[b] = held
}

/** A coroutine that is resumed with a value and answers with one. */
class Exchange(body: suspend Exchange.(Any) -> Unit) : UnaryOperator<Any>, Continuation<Unit> {
    override val context: CoroutineContext = EmptyCoroutineContext
    private lateinit var answer: Any
    private var waiting: Continuation<Any>? = null
    private val enter = suspend { body(answer) }

    suspend fun reply(value: Any): Any = suspendCoroutineUninterceptedOrReturn { c ->
        answer = value
        waiting = c
        COROUTINE_SUSPENDED
    }

    override fun apply(value: Any): Any {
        val c = waiting
        if (c != null) {
            c.resume(value)
        } else {
            answer = value
            enter.createCoroutineUnintercepted(this).resume(Unit)
        }
        return answer
    }

    override fun resumeWith(result: Result<Unit>) = result.getOrThrow()
}

fun echo(): UnaryOperator<Any> = Exchange { first ->
    var value = first
    while (true) value = reply(value)
}

/** Two coroutines that name each other: whoever gets control back runs the one that was named. */
class Pair : IntUnaryOperator, Continuation<Unit> {
    override val context: CoroutineContext = EmptyCoroutineContext
    private var left = 0
    private var next = 0
    private val waiting = Array(2) { i -> suspend { play(1 - i) }.createCoroutineUnintercepted(this) }

    private suspend fun play(other: Int) {
        while (true) {
            left--
            switchTo(other)
        }
    }

    private suspend fun switchTo(other: Int) = suspendCoroutineUninterceptedOrReturn<Unit> { c ->
        waiting[1 - other] = c
        next = other
        COROUTINE_SUSPENDED
    }

    override fun applyAsInt(n: Int): Int {
        left = n
        while (left > 0) waiting[next].resume(Unit)
        return next
    }

    override fun resumeWith(result: Result<Unit>) = result.getOrThrow()
}

fun switches(): IntUnaryOperator = Pair()
