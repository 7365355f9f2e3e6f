// Programs 11, 13 to 15 and 17 in Kotlin, with `sequence` where values go one way only; see Events.kt.
package dev.weft.benchmarks.peer

import kotlin.coroutines.Continuation
import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.createCoroutineUnintercepted
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.coroutines.resume

private const val LINE = 100
private const val QUEUE = 1024
private const val KILL = '\u0000'
private val NAMES = arrayOf("vowels", "consonants", "others")

/** Three workers that are resumed in turn, each with a queue of its own. */
fun tasks(text: String): LongArray {
    val counts = LongArray(3)
    val queues = Array(3) { ArrayDeque<Char>() }
    val workers = Array(3) { k -> iterator { counts[k] = work(queues[k]) } }
    for (i in text.indices) {
        queues[kind(text[i])].addLast(text[i])
        if (i % QUEUE == QUEUE - 1) for (w in workers) w.next()
    }
    for (k in 0..2) {
        queues[k].addLast(KILL)
        check(!workers[k].hasNext())
    }
    return counts
}

private suspend fun SequenceScope<Unit>.work(queue: ArrayDeque<Char>): Long {
    var n = 0L
    while (true) {
        if (queue.isEmpty()) {
            yield(Unit)
        } else if (queue.removeFirst() == KILL) {
            return n
        } else {
            n++
        }
    }
}

fun bareTrampoline(text: String): LongArray {
    val counts = LongArray(3)
    var event = ' '
    var closed = false
    val reader = iterator {
        for (c in text) {
            event = c
            yield(Unit)
        }
        closed = true
    }
    val counter = iterator {
        while (!closed) {
            counts[kind(event)]++
            yield(Unit)
        }
    }
    val ready = ArrayDeque(listOf(reader, counter))
    while (ready.isNotEmpty()) {
        val task = ready.removeFirst()
        if (task.hasNext()) {
            task.next()
            ready.addLast(task)
        }
    }
    return counts
}

/** Runs whoever was named last; null is the code outside. */
class Switchboard : Continuation<Unit> {
    override val context: CoroutineContext = EmptyCoroutineContext
    var next: Symmetric? = null
    var value: Char? = null

    fun run(first: Symmetric) {
        next = first
        while (true) (next ?: return).step(value)
    }

    override fun resumeWith(result: Result<Unit>) = result.getOrThrow()
}

class Symmetric(private val board: Switchboard, body: suspend Symmetric.(Char?) -> Unit) {
    private var waiting: Continuation<Char?>? = null
    private val enter = suspend { body(board.value) }

    fun step(value: Char?) {
        waiting?.resume(value) ?: enter.createCoroutineUnintercepted(board).resume(Unit)
    }

    suspend fun switchTo(other: Symmetric?, value: Char?): Char? = suspendCoroutineUninterceptedOrReturn { c ->
        waiting = c
        board.next = other
        board.value = value
        COROUTINE_SUSPENDED
    }
}

fun symmetric(text: String): LongArray {
    val counts = LongArray(3)
    val board = Switchboard()
    val counters = ArrayList<Symmetric>()
    val reader = Symmetric(board) {
        for (c in text) switchTo(counters[kind(c)], c)
        for (counter in counters) switchTo(counter, null)
        switchTo(null, null)
    }
    for (k in 0..2) {
        counters += Symmetric(board) { first ->
            var n = 0L
            var c = first
            while (c != null) {
                n++
                c = switchTo(reader, null)
            }
            counts[k] = n
            switchTo(reader, null)
        }
    }
    board.run(reader)
    return counts
}

class Call(val target: Exchange?, val data: Any)

fun trampoline(text: String): LongArray {
    val counts = LongArray(3)
    lateinit var caller: Exchange
    val counters = Array(3) { k -> Exchange { while (true) { counts[k]++; reply(Call(caller, it)) } } }
    caller = Exchange {
        for (c in text) reply(Call(counters[kind(c)], c))
        reply(Call(null, it))
    }
    var call = Call(caller, Unit)
    while (true) call = (call.target ?: return counts).apply(call.data) as Call
}

class Cocall(val target: String?, val data: Any)

fun cocalls(text: String, drive: (Map<String, Exchange>) -> Unit): LongArray {
    val counts = LongArray(3)
    val stages = LinkedHashMap<String, Exchange>()
    stages["start"] = Exchange {
        for (c in text) reply(Cocall(NAMES[kind(c)], c))
        reply(Cocall(null, it))
    }
    for (k in 0..2) {
        stages[NAMES[k]] = Exchange { first ->
            var data = first
            while (true) {
                counts[k]++
                data = reply(Cocall("start", data))
            }
        }
    }
    drive(stages)
    return counts
}

fun follow(stages: Map<String, Exchange>) {
    var call = Cocall("start", ' ')
    while (true) call = stages[call.target ?: return]!!.apply(call.data) as Cocall
}

fun inTurn(stages: Map<String, Exchange>) {
    val inboxes = stages.keys.associateWith { ArrayDeque<Any>() }
    inboxes["start"]!!.addLast(' ')
    while (true) {
        for ((name, stage) in stages) {
            val data = inboxes[name]!!.removeFirstOrNull() ?: continue
            val call = stage.apply(data) as Cocall
            inboxes[call.target ?: return]!!.addLast(call.data)
        }
    }
}

fun pairs(events: Sequence<Char>): LongArray {
    val counts = LongArray(3)
    for (c in events) counts[kind(c)]++
    return counts
}

fun inline(text: String): Sequence<Char> = sequence {
    for (line in text.indices step LINE) {
        for (i in line until minOf(text.length, line + LINE)) yield(text[i])
    }
}

fun delegated(text: String): Sequence<Char> = sequence {
    for (line in text.indices step LINE) yieldAll(subloop(text, line))
}

private fun subloop(text: String, line: Int): Sequence<Char> = sequence {
    for (i in line until minOf(text.length, line + LINE)) yield(text[i])
}
