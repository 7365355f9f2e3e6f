"""Programs 13 to 15 and 17 with generators; see events.py."""
from collections import deque

LINE = 100
NAMES = ("vowels", "consonants", "others")


def bare_trampoline(text, kind):
    counts = [0, 0, 0]
    desk = [None, False]

    def read():
        for c in text:
            desk[0] = c
            yield
        desk[1] = True

    def count():
        while not desk[1]:
            counts[kind(desk[0])] += 1
            yield

    ready = deque((read(), count()))
    while ready:
        task = ready.popleft()
        try:
            next(task)
        except StopIteration:
            continue
        ready.append(task)
    return counts


def trampoline(text, kind):
    """A coroutine yields whom to resume with what, as in PEP 342's example."""
    counts = [0, 0, 0]

    def call():
        yield
        for c in text:
            yield counters[kind(c)], c

    def answer(k):
        n = 0
        try:
            yield
            while True:
                n += 1
                yield caller, None
        finally:
            counts[k] = n

    caller = call()
    counters = [answer(k) for k in range(3)]
    for c in (caller, *counters):
        next(c)
    target, data = caller, None
    try:
        while True:
            target, data = target.send(data)
    except StopIteration:
        pass
    for c in counters:
        c.close()
    return counts


def named(text, kind, counts):
    def start():
        yield
        for c in text:
            yield NAMES[kind(c)], c

    def stage(k):
        n = 0
        try:
            data = yield
            while True:
                n += 1
                data = yield "start", data
        finally:
            counts[k] = n

    stages = {"start": start()}
    stages.update((name, stage(k)) for k, name in enumerate(NAMES))
    for s in stages.values():
        next(s)
    return stages


def cocalls(text, kind):
    counts = [0, 0, 0]
    stages = named(text, kind, counts)
    target, data = "start", " "
    try:
        while True:
            target, data = stages[target].send(data)
    except StopIteration:
        pass
    for s in stages.values():
        s.close()
    return counts


def cocalls_in_turn(text, kind):
    counts = [0, 0, 0]
    stages = named(text, kind, counts)
    inboxes = {name: deque() for name in stages}
    inboxes["start"].append(" ")
    try:
        while True:
            for name, s in stages.items():
                inbox = inboxes[name]
                if inbox:
                    target, data = s.send(inbox.popleft())
                    inboxes[target].append(data)
    except StopIteration:
        pass
    for s in stages.values():
        s.close()
    return counts


def pairs(text, kind, events):
    counts = [0, 0, 0]
    for c in events(text):
        counts[kind(c)] += 1
    return counts


def inline(text):
    for line in range(0, len(text), LINE):
        for i in range(line, min(len(text), line + LINE)):
            yield text[i]


def subloop(text, line):
    for i in range(line, min(len(text), line + LINE)):
        yield text[i]


def delegated(text):
    for line in range(0, len(text), LINE):
        yield from subloop(text, line)


WAYS = {
    "bare-trampoline": bare_trampoline,
    "trampoline": trampoline,
    "cocalls": cocalls,
    "cocalls-in-turn": cocalls_in_turn,
    "pairs-inline": lambda text, kind: pairs(text, kind, inline),
    "pairs-delegated": lambda text, kind: pairs(text, kind, delegated),
}
