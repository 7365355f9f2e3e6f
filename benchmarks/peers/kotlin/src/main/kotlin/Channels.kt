import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.selects.select

// The benchmarks of channels.sh in Kotlin: CARRIERS PATTERN [SECONDS]. The number of carriers is set by system
// properties. With a time: the least of many short rounds, for a machine that is not quiet.
private var N = 100_000

fun main(args: Array<String>) {
    val procs = args[0].toInt()
    val pattern = Regex(args[1])
    val least = if (args.size > 2) args[2].toDouble() * 1e9 else 0.0
    if (least > 0) N = 20_000
    fun report(name: String, per: Int = 1, prepare: () -> Unit = {}, body: suspend () -> Unit) {
        if (!pattern.containsMatchIn(name)) return
        val begin = System.nanoTime()
        fun enough(i: Int) = i > 12 && System.nanoTime() - begin >= least
        val rounds = generateSequence(1) { it + 1 }.takeWhile { !enough(it) }.map {
            prepare()
            val start = System.nanoTime()
            runBlocking(Dispatchers.Default) { body() }
            (System.nanoTime() - start).toDouble() / (N / per)
        }.toList().drop(6).sorted()
        println("Kotlin $name $procs ${rounds[if (least > 0) 0 else 3]}")
    }
    report("MakeChan") { for (i in 0 until N) sink = Channel<Int>(8) }
    report("ChanNonblocking") {
        val empty = Channel<Int>()
        parallel(procs) { for (i in 0 until it) check(!empty.tryReceive().isSuccess) }
    }
    report("SelectUncontended") { parallel(procs) { passAround(Channel(1), Channel(1), it) } }
    report("SelectAsyncContended") {
        val one = Channel<Int>(procs)
        val two = Channel<Int>(procs)
        parallel(procs) { passAround(one, two, it) }
    }
    report("ChanUncontended", 100) { parallel(procs) { hundreds(Channel(100), it / 100) } }
    report("ChanContended", 100) {
        val shared = Channel<Int>(100 * procs)
        parallel(procs) { hundreds(shared, it / 100) }
    }
    report("ChanSync") { turns(0) }
    report("ChanSyncWork") { turns(100) }
    for (capacity in listOf(0, 10, 100)) {
        report("ChanProdCons$capacity") { prodCons(procs, capacity, 0) }
        report("ChanProdConsWork$capacity") { prodCons(procs, capacity, 100) }
    }
    report("SelectSyncContended") { selectSync(procs) }
    report("SelectNonblock") {
        parallel(procs) {
            val a = Channel<Int>()
            val b = Channel<Int>()
            val c = Channel<Int>(1)
            val full = Channel<Int>(1)
            full.send(1)
            for (i in 0 until it) {
                check(!(a.tryReceive().isSuccess or b.trySend(1).isSuccess))
                check(!(c.tryReceive().isSuccess or full.trySend(1).isSuccess))
            }
        }
    }
    report("SelectProdCons") { selectProdCons(procs) }
    report("ReceiveDataFromClosedChan", prepare = { filled() }) {
        var n = 0
        for (value in toDrain!!) n += value
        check(n == N)
    }
    report("ChanPopular", 1000) { popular(N / 1000) }
    report("ChanClosed") {
        val c = Channel<Int>()
        c.close()
        parallel(procs) {
            for (i in 0 until it) check(select<Boolean> { c.onReceiveCatching { r -> r.isClosed } })
        }
    }
    report("ChanCreation") {
        parallel(procs) {
            for (i in 0 until it) {
                val c = Channel<Int>(1)
                c.send(1)
                c.receive()
            }
        }
    }
    report("ChanSem") {
        val permits = Channel<Int>(procs)
        parallel(procs) {
            for (i in 0 until it) {
                permits.send(1)
                permits.receive()
            }
        }
    }
}

@Volatile
private var sink: Any? = null

private suspend fun parallel(procs: Int, body: suspend (Int) -> Unit) = coroutineScope {
    for (p in 0 until procs) launch { body(N / procs) }
}

private suspend fun passAround(one: Channel<Int>, two: Channel<Int>, n: Int) {
    one.send(1)
    for (i in 0 until n) {
        val first = select<Boolean> {
            one.onReceive { true }
            two.onReceive { false }
        }
        (if (first) two else one).send(1)
    }
}

private suspend fun hundreds(c: Channel<Int>, n: Int) {
    for (i in 0 until n) {
        for (k in 0 until 100) c.send(1)
        for (k in 0 until 100) c.receive()
    }
}

private var toDrain: Channel<Int>? = null

private fun filled() {
    val c = Channel<Int>(N)
    for (i in 0 until N) check(c.trySend(1).isSuccess)
    c.close()
    toDrain = c
}

private fun work(units: Int): Int {
    var foo = 1
    for (i in 0 until units) {
        foo *= 2
        foo /= 2
        foo += i and 1
    }
    return foo
}

private suspend fun selectSync(procs: Int) {
    val channels = List(3) { Channel<Int>() }
    val done = Channel<Int>()
    coroutineScope {
        parallel(procs) {
            launch {
                do {
                    val more = select<Boolean> {
                        for (c in channels) c.onSend(1) { true }
                        done.onReceiveCatching { false }
                    }
                } while (more)
            }
            for (i in 0 until it) select<Int> { for (c in channels) c.onReceive { v -> v } }
        }
        done.close()
    }
}

private suspend fun selectProdCons(procs: Int) = coroutineScope {
    val c = Channel<Int>(128)
    val close = Channel<Int>()
    val timer = Channel<Int>()
    for (p in 0 until procs) {
        launch {
            for (i in 0 until N / procs) {
                select<Unit> {
                    c.onSend(1) { }
                    timer.onReceive { error("never") }
                    close.onReceive { error("never") }
                }
            }
        }
        launch {
            for (i in 0 until N / procs) {
                select<Unit> {
                    c.onReceive { }
                    timer.onReceive { error("never") }
                    close.onReceive { error("never") }
                }
            }
        }
    }
}

private suspend fun popular(n: Int) = coroutineScope {
    val all = Channel<Int>()
    val own = List(1000) { Channel<Int>() }
    for (mine in own) {
        launch {
            for (i in 0 until n) {
                select<Int> {
                    all.onReceive { it }
                    mine.onReceive { it }
                }
            }
        }
    }
    for (i in 0 until n) for (c in own) c.send(1)
}

private suspend fun turns(units: Int) = coroutineScope {
    val c = Channel<Int>()
    launch { takeTurns(c, true, units) }
    launch { takeTurns(c, false, units) }
    Unit
}

private suspend fun takeTurns(c: Channel<Int>, first: Boolean, units: Int) {
    var sends = first
    var foo = 0
    for (i in 0 until N) {
        if (sends) c.send(1) else c.receive()
        foo += work(units)
        if (i % 8 == 7) sends = !sends
    }
    check(foo >= 0)
}

private suspend fun prodCons(procs: Int, capacity: Int, units: Int) = coroutineScope {
    val c = Channel<Int>(capacity)
    for (p in 0 until procs) {
        launch {
            var foo = 0
            for (i in 0 until N / procs) {
                foo += work(units)
                c.send(1)
            }
            check(foo >= 0)
        }
        launch {
            var foo = 0
            for (i in 0 until N / procs) {
                c.receive()
                foo += work(units)
            }
            check(foo >= 0)
        }
    }
}
