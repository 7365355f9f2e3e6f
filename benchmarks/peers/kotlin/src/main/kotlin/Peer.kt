// The Kotlin side of the comparison: Peer default|single WORKLOAD SIZE REPETITIONS [DEPTH].
// "default" runs on Dispatchers.Default, "single" on runBlocking's own loop. See ../README.md for the output.
package dev.weft.benchmarks.peer

import java.io.File
import java.util.concurrent.atomic.AtomicLong
import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.EmptyCoroutineContext
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.joinAll
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

const val RING = 503
const val BATCH = 1000

class Measure(val nanos: Long, val result: Long, val plainNanos: Long? = null)

fun main(args: Array<String>) {
    val context = if (args[0] == "single") EmptyCoroutineContext else Dispatchers.Default
    val size = args[2].toInt()
    val run: (() -> Measure)? = when (args[1]) {
        "gophers" -> timed(context) { gophers(size) }
        "ring" -> timed(context) { ring(size) }
        "pingpong" -> timed(context) { pingPong(size) }
        "buffered" -> timed(context) { buffered(size) }
        "skynet" -> timed(context) { skynetRoot(size) }
        "spawn" -> timed(context) { spawn(size) }
        "yield" -> timed(context) { yieldInTurn(size) }
        "park" -> timed(context) { parkAndUnpark(size / 2) }
        "wake" -> if (args[0] == "single") null else timed(context) { wakeAcross(size) }
        "forkjoin" -> timed(context) { forkJoin(size) }
        "generator" -> fun() = measure { sumOf(counting(), size) }
        "treewalk" -> treeWalk(size)
        "fib" -> fun() = fib(size)
        "parked", "live" -> fun() = parked(context, size, args[4].toInt(), args[1] == "live")
        else -> null
    }
    if (run == null) println("unsupported")
    else repeat(args[3].toInt()) {
        val m = run()
        println("sample ${m.nanos} ${m.result} ${peakKb()} ${m.plainNanos ?: ""}")
    }
}

fun peakKb(): Long =
    File("/proc/self/status").readLines().first { it.startsWith("VmHWM") }.filter { it.isDigit() }.toLong()

fun timed(context: CoroutineContext, body: suspend CoroutineScope.() -> Long): () -> Measure =
    { measure { runBlocking(context, body) } }

inline fun measure(body: () -> Long): Measure {
    val start = System.nanoTime()
    val result = body()
    return Measure(System.nanoTime() - start, result)
}

suspend fun gopher(left: Channel<Int>, right: Channel<Int>) = left.send(1 + right.receive())

suspend fun CoroutineScope.gophers(n: Int): Long {
    val leftmost = Channel<Int>()
    var left = leftmost
    repeat(n) {
        val to = left
        val from = Channel<Int>()
        launch { gopher(to, from) }
        left = from
    }
    val rightmost = left
    launch { rightmost.send(1) }
    return leftmost.receive().toLong()
}

suspend fun CoroutineScope.ring(hops: Int): Long {
    val links = Array(RING) { Channel<Int>() }
    val done = CompletableDeferred<Int>()
    for (i in links.indices) launch { ringMember(i, links[i], links[(i + 1) % RING], done) }
    links[0].send(hops)
    return done.await().toLong()
}

suspend fun ringMember(i: Int, from: Channel<Int>, to: Channel<Int>, done: CompletableDeferred<Int>) {
    while (true) {
        val v = from.receive()
        if (v == 0) done.complete(i)
        if (v > 1 - RING) to.send(v - 1)
        if (v <= 0) return
    }
}

suspend fun CoroutineScope.pingPong(n: Int): Long {
    val ping = Channel<Int>()
    val pong = Channel<Int>()
    launch { repeat(n) { pong.send(1 + ping.receive()) } }
    var sum = 0L
    for (i in 0 until n) {
        ping.send(i)
        sum += pong.receive()
    }
    return sum
}

suspend fun CoroutineScope.buffered(n: Int): Long {
    val channel = Channel<Int>(100)
    launch {
        for (i in 0 until n) channel.send(i)
        channel.close()
    }
    var sum = 0L
    for (v in channel) sum += v
    return sum
}

suspend fun CoroutineScope.skynetRoot(size: Int): Long {
    val up = Channel<Long>()
    launch { skynet(this@skynetRoot, up, 0, size) }
    return up.receive()
}

suspend fun skynet(scope: CoroutineScope, up: Channel<Long>, number: Long, size: Int) {
    if (size == 1) {
        up.send(number)
        return
    }
    val down = Channel<Long>()
    for (i in 0 until 10) scope.launch { skynet(scope, down, number + i.toLong() * (size / 10), size / 10) }
    var sum = 0L
    repeat(10) { sum += down.receive() }
    up.send(sum)
}

suspend fun spawn(n: Int): Long {
    val finished = AtomicLong()
    repeat(n / BATCH) { coroutineScope { repeat(BATCH) { launch { finished.incrementAndGet() } } } }
    return finished.get()
}

suspend fun CoroutineScope.yieldInTurn(n: Int): Long {
    val other = async { yieldOften(n / 2) }
    return yieldOften(n / 2) + other.await()
}

suspend fun yieldOften(n: Int): Long {
    var done = 0L
    repeat(n) {
        kotlinx.coroutines.yield()
        done++
    }
    return done
}

// Kotlin has no park and unpark for programs; a conflated channel is a permit.
suspend fun parkAndUnpark(rounds: Int): Long {
    val turn = AtomicLong()
    val permits = List(2) { Channel<Unit>(Channel.CONFLATED) }
    coroutineScope {
        for (mine in 0..1) launch {
            repeat(rounds) {
                while (turn.get().toInt() and 1 != mine) permits[mine].receive()
                turn.incrementAndGet()
                permits[1 - mine].trySend(Unit)
            }
        }
    }
    return turn.get()
}

// A coroutine that never gives up its thread wakes another, which must come to another thread to answer.
suspend fun wakeAcross(n: Int): Long {
    val permit = Channel<Unit>(Channel.CONFLATED)
    val asked = AtomicLong()
    val answered = AtomicLong()
    coroutineScope {
        launch {
            for (i in 1L..n) {
                while (asked.get() != i) permit.receive()
                answered.set(i)
            }
        }
        for (i in 1L..n) {
            asked.set(i)
            permit.trySend(Unit)
            while (answered.get() != i) continue
        }
    }
    return answered.get()
}

suspend fun forkJoin(n: Int): Long = coroutineScope {
    if (n < 2) n.toLong()
    else {
        val left = async { forkJoin(n - 1) }
        val right = forkJoin(n - 2)
        left.await() + right
    }
}

fun counting() = sequence {
    var i = 0
    while (true) yield(i++)
}

fun sumOf(values: Sequence<Int>, n: Int): Long {
    val iterator = values.iterator()
    var sum = 0L
    for (i in 0 until n) sum += iterator.next()
    return sum
}

class Tree(val left: Tree?, val value: Int, val right: Tree?)

fun build(low: Int, high: Int): Tree? {
    if (low > high) return null
    val middle = (low + high) ushr 1
    return Tree(build(low, middle - 1), middle, build(middle + 1, high))
}

suspend fun SequenceScope<Int>.walk(tree: Tree?) {
    if (tree == null) return
    walk(tree.left)
    yield(tree.value)
    walk(tree.right)
}

fun treeWalk(nodes: Int): () -> Measure {
    val tree = build(0, nodes - 1)
    return { measure { sumOf(sequence { walk(tree) }, nodes) } }
}

suspend fun fibSuspend(n: Int): Int {
    if (n < 2) return n
    val a = fibSuspend(n - 1)
    return a + fibSuspend(n - 2)
}

fun fibPlain(n: Int): Int {
    if (n < 2) return n
    val a = fibPlain(n - 1)
    return a + fibPlain(n - 2)
}

fun fib(n: Int): Measure {
    val suspending = measure { runBlocking { fibSuspend(n).toLong() } }
    val plain = measure { fibPlain(n).toLong() }
    return Measure(suspending.nanos, suspending.result, plain.nanos)
}

suspend fun descend(depth: Int, gate: CompletableDeferred<Int>): Int =
    if (depth <= 1) gate.await() else 1 + descend(depth - 1, gate)

suspend fun descendLive(depth: Int, sum: Long, name: String, gate: CompletableDeferred<Int>): Long {
    if (depth <= 1) return gate.await().toLong()
    val below = descendLive(depth - 1, sum + depth, name, gate)
    return below * depth + sum + name.length
}

fun parked(context: CoroutineContext, n: Int, depth: Int, live: Boolean): Measure {
    val before = inUse()
    return runBlocking(context) {
        val gate = CompletableDeferred<Int>()
        val ready = AtomicLong()
        val jobs = List(n) {
            launch {
                ready.incrementAndGet()
                if (live) descendLive(depth, depth.toLong(), "name", gate) else descend(depth, gate)
            }
        }
        while (ready.get() < n) delay(50)
        delay(200)
        val bytes = inUse() - before
        gate.complete(0)
        jobs.joinAll()
        Measure(bytes, ready.get())
    }
}

fun inUse(): Long {
    System.gc()
    System.gc()
    return Runtime.getRuntime().run { totalMemory() - freeMemory() }
}
