// Programs 9 and 11 to 17 in Kotlin: EventsKt WAY FILE LENGTH ROUNDS; see ../../../../python/events.py for the output.
package dev.weft.benchmarks.peer

import java.io.File

private const val FLUSH_SIZE = 1000

fun kind(c: Char): Int = when (Character.toLowerCase(c)) {
    'a', 'e', 'i', 'o', 'u' -> 0
    else -> if (Character.isLetter(c)) 1 else 2
}

fun callout(text: String): LongArray {
    val counts = LongArray(3)
    val handlers = arrayOf<(Char) -> Unit>({ counts[0]++ }, { counts[1]++ }, { counts[2]++ })
    for (c in text) handlers[kind(c)](c)
    return counts
}

fun feed(text: String): LongArray {
    val counts = LongArray(3)
    val queue = ArrayDeque<Char>()
    fun flush(): Int {
        var n = 0
        for (c in sequence { while (queue.isNotEmpty()) yield(queue.removeFirst()) }.take(FLUSH_SIZE)) {
            counts[kind(c)]++
            n++
        }
        return n
    }
    for (c in text) {
        queue.addLast(c)
        if (queue.size >= 2 * FLUSH_SIZE) flush()
    }
    while (flush() > 0) continue
    return counts
}

/** `sequence` can't be sent anything: a coroutine made by the library's intrinsics. */
fun weightless(text: String): LongArray {
    val counts = LongArray(3)
    val counters = Array(3) { k -> Exchange { while (true) { reply(it); counts[k]++ } } }
    val event = Any()
    for (c in counters) c.apply(event)
    for (c in text) counters[kind(c)].apply(event)
    return counts
}

fun main(args: Array<String>) {
    val ways: Map<String, (String) -> LongArray> = mapOf(
        "callout" to ::callout, "tasks" to ::tasks, "feed" to ::feed, "bare-trampoline" to ::bareTrampoline,
        "symmetric" to ::symmetric, "trampoline" to ::trampoline, "cocalls" to { cocalls(it, ::follow) },
        "cocalls-in-turn" to { cocalls(it, ::inTurn) }, "weightless" to ::weightless,
        "pairs-inline" to { pairs(inline(it)) }, "pairs-delegated" to { pairs(delegated(it)) },
    )
    val way = ways[args[0]] ?: return println("unsupported")
    val text = File(args[1]).readText().take(args[2].toInt())
    repeat(args[3].toInt()) {
        val start = System.nanoTime()
        val counts = way(text)
        val nanos = System.nanoTime() - start
        println("vowels=${counts[0]} consonants=${counts[1]} others=${counts[2]} ${"%.1f".format(nanos.toDouble() / text.length)}")
    }
}
