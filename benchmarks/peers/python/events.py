"""Programs 9 to 17 in Python: events.py WAY FILE LENGTH ROUNDS.

Prints a line for each round: the counts, then nanoseconds an event. The ways are those of the class
dev.weft.examples.Counters; "greenlet:" before one is the same with greenlets in the place of generators.
"""
import itertools
import queue
import subprocess
import sys
import threading
import time
from collections import deque

import trampolines

KINDS = {c: 1 for c in "bcdfghjklmnpqrstvwxyzBCDFGHJKLMNPQRSTVWXYZ"}
KINDS.update({c: 0 for c in "aeiouAEIOU"})
FLUSH_SIZE = 1000
QUEUE = 1024
KILL = object()


def kind(c):
    return KINDS.get(c, 2)


def callout(text):
    counts = [0, 0, 0]

    def vowel(c):
        counts[0] += 1

    def consonant(c):
        counts[1] += 1

    def other(c):
        counts[2] += 1

    handlers = [vowel, consonant, other]
    for c in text:
        handlers[kind(c)](c)
    return counts


def process_per_event(text):
    counts = [0, 0, 0]
    program = 'case "$1" in [aeiouAEIOU]) exit 10;; [a-zA-Z]) exit 11;; *) exit 12;; esac'
    for c in text:
        counts[subprocess.call(["sh", "-c", program, "classify", c]) - 10] += 1
    return counts


def threads(text):
    counts = [0, 0, 0]
    queues = [queue.Queue(QUEUE) for _ in range(3)]

    def work(k):
        n = 0
        while queues[k].get() is not KILL:
            n += 1
        counts[k] = n

    workers = [threading.Thread(target=work, args=(k,)) for k in range(3)]
    for w in workers:
        w.start()
    for c in text:
        queues[kind(c)].put(c)
    for q, w in zip(queues, workers):
        q.put(KILL)
        w.join()
    return counts


def tasks(text):
    queues = [deque() for _ in range(3)]

    def work(q):
        n = 0
        while True:
            if not q:
                yield n
            elif q.popleft() is KILL:
                return n
            else:
                n += 1

    workers = [work(q) for q in queues]
    for i, c in enumerate(text):
        queues[kind(c)].append(c)
        if i % QUEUE == QUEUE - 1:
            for w in workers:
                next(w)
    return [finish(w, q) for w, q in zip(workers, queues)]


def finish(worker, q):
    q.append(KILL)
    try:
        while True:
            next(worker)
    except StopIteration as end:
        return end.value


def feed(text):
    counts = [0, 0, 0]
    q = deque()

    def events():
        while q:
            yield q.popleft()

    def flush():
        n = 0
        for c in itertools.islice(events(), FLUSH_SIZE):
            counts[kind(c)] += 1
            n += 1
        return n

    for c in text:
        q.append(c)
        if len(q) >= 2 * FLUSH_SIZE:
            flush()
    while flush():
        pass
    return counts


def weightless(text):
    counts = [0, 0, 0]

    def counter(k):
        n = 0
        try:
            while True:
                yield
                n += 1
        finally:
            counts[k] = n

    counters = [counter(k) for k in range(3)]
    for c in counters:
        next(c)
    sends = [c.send for c in counters]
    for c in text:
        sends[kind(c)](c)
    for c in counters:
        c.close()
    return counts


WAYS = {
    "callout": callout,
    "process-per-event": process_per_event,
    "threads": threads,
    "tasks": tasks,
    "feed": feed,
    "weightless": weightless,
}


def find(way):
    """The function of a way; None when there is none."""
    if way.startswith("greenlet:"):
        import greenlets

        found = greenlets.WAYS.get(way[len("greenlet:"):])
    elif way in WAYS:
        return WAYS[way]
    else:
        found = trampolines.WAYS.get(way)
    return found and (lambda text: found(text, kind))


def main(way, path, length, rounds):
    count = find(way)
    if count is None:
        print("unsupported")
        return
    with open(path, newline="") as f:
        text = f.read()[: int(length)]
    for _ in range(int(rounds)):
        start = time.perf_counter_ns()
        counts = count(text)
        nanos = time.perf_counter_ns() - start
        words = " ".join(f"{k}={n}" for k, n in zip(("vowels", "consonants", "others"), counts))
        print(f"{words} {nanos / len(text):.1f}")


main(*sys.argv[1:])
