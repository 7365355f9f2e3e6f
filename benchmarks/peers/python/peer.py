"""The Python side of the comparison: peer.py gevent|stackless|generators WORKLOAD SIZE REPETITIONS.

gevent runs on CPython, stackless on PyPy; "generators" uses the language's own on whichever runs it.
"""
import sys
import time

RING = 503
BATCH = 1000
sys.setrecursionlimit(10000)


class Gevent:
    def __init__(self):
        import gevent
        import gevent.queue

        self.spawn = gevent.spawn
        self.channel = gevent.queue.Channel
        self.buffered = gevent.queue.Queue
        self.send = lambda channel, value: channel.put(value)
        self.receive = lambda channel: channel.get()
        self.join_all = gevent.joinall

    def run(self, main):
        return self.spawn(main).get()


class Stackless:
    buffered = None

    def __init__(self):
        import stackless

        self.stackless = stackless
        self.channel = stackless.channel
        self.send = lambda channel, value: channel.send(value)
        self.receive = lambda channel: channel.receive()

    def spawn(self, function, *args):
        return self.stackless.tasklet(function)(*args)

    def join_all(self, tasks):
        while tasks[-1].alive:  # first in, first out: the last to be spawned ends last, or the caller asks again
            self.stackless.schedule()

    def run(self, main):
        results = []
        self.spawn(lambda: results.append(main()))
        self.stackless.run()
        return results[0]


def gophers(api, n):
    def gopher(left, right):
        api.send(left, 1 + api.receive(right))

    leftmost = left = api.channel()
    for _ in range(n):
        right = api.channel()
        api.spawn(gopher, left, right)
        left = right
    api.spawn(api.send, left, 1)
    return api.receive(leftmost)


def ring(api, hops):
    links = [api.channel() for _ in range(RING)]
    done = []

    def member(i):
        source, target = links[i], links[(i + 1) % RING]
        while True:
            v = api.receive(source)
            if v == 0:
                done.append(i)
            if v > 1 - RING:
                api.send(target, v - 1)
            if v <= 0:
                return

    members = [api.spawn(member, i) for i in range(RING)]
    api.send(links[0], hops)
    while not done:
        api.join_all(members)
    return done[0]


def pingpong(api, n):
    ping, pong = api.channel(), api.channel()

    def echo():
        for _ in range(n):
            api.send(pong, 1 + api.receive(ping))

    api.spawn(echo)
    total = 0
    for i in range(n):
        api.send(ping, i)
        total += api.receive(pong)
    return total


def buffered(api, n):
    queue = api.buffered(100)

    def produce():
        for i in range(n):
            queue.put(i)

    api.spawn(produce)
    return sum(queue.get() for _ in range(n))


def spawn(api, n):
    finished = [0]

    def task():
        finished[0] += 1

    for _ in range(n // BATCH):
        api.join_all([api.spawn(task) for _ in range(BATCH)])
    return finished[0]


def generator(n):
    def counting():
        i = 0
        while True:
            yield i
            i += 1

    def run():
        values = counting()
        return sum(next(values) for _ in range(n))

    return run


def treewalk(n):
    def build(low, high):
        if low > high:
            return None
        middle = (low + high) // 2
        return build(low, middle - 1), middle, build(middle + 1, high)

    def walk(tree):
        if tree:
            yield from walk(tree[0])
            yield tree[1]
            yield from walk(tree[2])

    tree = build(0, n - 1)
    return lambda: sum(walk(tree))


def work(backend, name, n):
    if backend == "generators":
        if name == "treewalk":
            return treewalk(n)
        return generator(n) if name == "generator" else None
    api = Gevent() if backend == "gevent" else Stackless()
    function = {"gophers": gophers, "ring": ring, "pingpong": pingpong, "buffered": buffered, "spawn": spawn}.get(name)
    if function is None or (function is buffered and api.buffered is None):
        return None
    return lambda: api.run(lambda: function(api, n))


def peak_kb():
    with open("/proc/self/status") as status:
        return next(line.split()[1] for line in status if line.startswith("VmHWM"))


def main():
    backend, name, size, repetitions = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    run = work(backend, name, size)
    if run is None:
        print("unsupported")
        return
    for _ in range(repetitions):
        start = time.perf_counter()
        result = run()
        print("sample", int((time.perf_counter() - start) * 1e9), result, peak_kb(), flush=True)


main()
