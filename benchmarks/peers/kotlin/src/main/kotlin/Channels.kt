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
    fun report(name: String, per: Int = 1, body: suspend () -> Unit) {
        if (!pattern.containsMatchIn(name)) return
        val begin = System.nanoTime()
        fun enough(i: Int) = i > 12 && System.nanoTime() - begin >= least
        val rounds = generateSequence(1) { it + 1 }.takeWhile { !enough(it) }.map {
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
    report("ChanSync") { turns() }
    for (capacity in listOf(0, 10, 100)) report("ChanProdCons$capacity") { prodCons(procs, capacity) }
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

private suspend fun turns() = coroutineScope {
    val c = Channel<Int>()
    launch { takeTurns(c, true) }
    launch { takeTurns(c, false) }
    Unit
}

private suspend fun takeTurns(c: Channel<Int>, first: Boolean) {
    var sends = first
    for (i in 0 until N) {
        if (sends) c.send(1) else c.receive()
        if (i % 8 == 7) sends = !sends
    }
}

private suspend fun prodCons(procs: Int, capacity: Int) = coroutineScope {
    val c = Channel<Int>(capacity)
    for (p in 0 until procs) {
        launch { for (i in 0 until N / procs) c.send(1) }
        launch { for (i in 0 until N / procs) c.receive() }
    }
}
