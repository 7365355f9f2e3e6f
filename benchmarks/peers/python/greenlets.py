"""Programs 11 to 17 with greenlets in the place of generators; see events.py."""
import itertools
from collections import deque

import greenlet

from trampolines import LINE, NAMES

FLUSH_SIZE = 1000
QUEUE = 1024
KILL = object()
END = object()


class Generator:
    """An iterator over what a function yields by calling its argument."""

    def __init__(self, body):
        self.body = body
        self.greenlet = greenlet.greenlet(self.run)

    def run(self):
        self.body(self.give)
        return END

    def give(self, value):
        self.greenlet.parent.switch(value)

    def __iter__(self):
        return self

    def __next__(self):
        self.greenlet.parent = greenlet.getcurrent()
        value = self.greenlet.switch()
        if value is END:
            raise StopIteration
        return value


def tasks(text, kind):
    counts = [0, 0, 0]
    queues = [deque() for _ in range(3)]
    main = greenlet.getcurrent()

    def work(k):
        q = queues[k]
        n = 0
        while True:
            if not q:
                main.switch()
            elif q.popleft() is KILL:
                counts[k] = n
                return
            else:
                n += 1

    workers = [greenlet.greenlet(work) for _ in range(3)]
    for k, w in enumerate(workers):
        w.switch(k)
    for i, c in enumerate(text):
        queues[kind(c)].append(c)
        if i % QUEUE == QUEUE - 1:
            for w in workers:
                w.switch()
    for q, w in zip(queues, workers):
        q.append(KILL)
        w.switch()
    return counts


def feed(text, kind):
    counts = [0, 0, 0]
    q = deque()

    def events(give):
        while q:
            give(q.popleft())

    def flush():
        n = 0
        for c in itertools.islice(Generator(events), FLUSH_SIZE):
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


def bare_trampoline(text, kind):
    counts = [0, 0, 0]
    desk = [None, False]
    main = greenlet.getcurrent()

    def read():
        for c in text:
            desk[0] = c
            main.switch()
        desk[1] = True

    def count():
        while not desk[1]:
            counts[kind(desk[0])] += 1
            main.switch()

    ready = deque((greenlet.greenlet(read), greenlet.greenlet(count)))
    while ready:
        task = ready.popleft()
        task.switch()
        if not task.dead:
            ready.append(task)
    return counts


def symmetric(text, kind):
    counts = [0, 0, 0]

    def read():
        for c in text:
            counters[kind(c)].switch(c)
        for c in counters:
            c.switch(None)

    def counter(k):
        def body(c):
            n = 0
            while c is not None:
                n += 1
                c = reader.switch()
            counts[k] = n
            reader.switch()

        return body

    reader = greenlet.greenlet(read)
    counters = [greenlet.greenlet(counter(k)) for k in range(3)]
    reader.switch()
    return counts


def trampoline(text, kind):
    counts = [0, 0, 0]
    main = greenlet.getcurrent()

    def call(_):
        for c in text:
            main.switch((counters[kind(c)], c))

    def answer(k):
        def body(_):
            n = 0
            try:
                while True:
                    n += 1
                    main.switch((caller, None))
            finally:
                counts[k] = n

        return body

    caller = greenlet.greenlet(call)
    counters = [greenlet.greenlet(answer(k)) for k in range(3)]
    target, data = caller, None
    while True:
        step = target.switch(data)
        if target.dead:
            break
        target, data = step
    stop(counters)
    return counts


def stop(all_of_them):
    for g in all_of_them:
        if g:
            g.throw(greenlet.GreenletExit)


def named(text, kind, counts):
    main = greenlet.getcurrent()

    def start(_):
        for c in text:
            main.switch((NAMES[kind(c)], c))

    def stage(k):
        def body(data):
            n = 0
            try:
                while True:
                    n += 1
                    data = main.switch(("start", data))
            finally:
                counts[k] = n

        return body

    stages = {"start": greenlet.greenlet(start)}
    stages.update((name, greenlet.greenlet(stage(k))) for k, name in enumerate(NAMES))
    return stages


def cocalls(text, kind):
    counts = [0, 0, 0]
    stages = named(text, kind, counts)
    target, data = "start", " "
    while True:
        stage = stages[target]
        step = stage.switch(data)
        if stage.dead:
            break
        target, data = step
    stop(stages.values())
    return counts


def cocalls_in_turn(text, kind):
    counts = [0, 0, 0]
    stages = named(text, kind, counts)
    inboxes = {name: deque() for name in stages}
    inboxes["start"].append(" ")
    while not stages["start"].dead:
        for name, s in stages.items():
            inbox = inboxes[name]
            if inbox:
                step = s.switch(inbox.popleft())
                if s.dead:
                    break
                inboxes[step[0]].append(step[1])
    stop(stages.values())
    return counts


def weightless(text, kind):
    counts = [0, 0, 0]
    main = greenlet.getcurrent()

    def counter(k):
        n = 0
        try:
            while True:
                main.switch()
                n += 1
        finally:
            counts[k] = n

    counters = [greenlet.greenlet(counter) for _ in range(3)]
    for k, c in enumerate(counters):
        c.switch(k)
    switches = [c.switch for c in counters]
    for c in text:
        switches[kind(c)](c)
    stop(counters)
    return counts


def pairs(text, kind, loops):
    counts = [0, 0, 0]
    for c in Generator(loops(text)):
        counts[kind(c)] += 1
    return counts


def inline(text):
    def body(give):
        for line in range(0, len(text), LINE):
            for i in range(line, min(len(text), line + LINE)):
                give(text[i])

    return body


def delegated(text):
    """A greenlet's inner loop is a function that is called: nothing to delegate."""

    def subloop(give, line):
        for i in range(line, min(len(text), line + LINE)):
            give(text[i])

    def body(give):
        for line in range(0, len(text), LINE):
            subloop(give, line)

    return body


WAYS = {
    "tasks": tasks,
    "feed": feed,
    "bare-trampoline": bare_trampoline,
    "symmetric": symmetric,
    "trampoline": trampoline,
    "cocalls": cocalls,
    "cocalls-in-turn": cocalls_in_turn,
    "weightless": weightless,
    "pairs-inline": lambda text, kind: pairs(text, kind, inline),
    "pairs-delegated": lambda text, kind: pairs(text, kind, delegated),
}
