#!/usr/bin/env bash
# Programs 9 to 17 (counting the events of a text) in Weft and, where they can be had, in Kotlin, CPython, greenlet
# and PyPy: checks that all agree and prints nanoseconds an event (Markdown).
#
#   benchmarks/events.sh [--length N] [--rounds N] [--programs LIST]
#
# N characters (default: all 5,590,193), N repetitions (default 7), only the programs of these numbers (as "12,16").
# The best of the repetitions counts. A process an event is measured on 40 events, Python's threads on 100,000,
# greenlets on 1,000,000.
# Python's generators have no symmetric coroutines: the row of these has greenlets, PyPy's own in its column.
# WEFT_NO_BUILD=1 takes everything as it was built last.
set -euo pipefail
export LC_ALL=C
home="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$home/.."
length=5590193
rounds=7
programs=

fail() {
    echo "events: $*" >&2
    exit 2
}

while (($# > 0)); do
    case $1 in
        --length) length=${2:?--length needs a number}; shift 2 ;;
        --rounds) rounds=${2:?--rounds needs a number}; shift 2 ;;
        --programs) programs=",${2:?--programs needs a list of numbers}," ; shift 2 ;;
        *) fail "unknown argument \"$1\"; there are --length N, --rounds N and --programs LIST" ;;
    esac
done

if [ "${WEFT_NO_BUILD:-}" != 1 ]; then
    (cd "$root" && mvn -q -B -ntp package -DskipTests -Dinvoker.skip=true -pl agent,integration-tests -am)
    (cd "$home/peers/kotlin" && mvn -q -B -ntp compile) || echo "events: Kotlin could not be built: left out" >&2
fi
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
weft=("$java" "-javaagent:$root/agent/target/weft-agent.jar"
    -cp "$root/integration-tests/target/classes:$root/runtime/target/woven-classes")
kotlin=("$java" -cp "$home/peers/kotlin/target/classes:$home/peers/kotlin/target/dependency/*")

text=$(mktemp)
trap 'rm -f "$text"' EXIT
"${weft[@]}" dev.weft.examples.Counters text >"$text"

# best OUTPUT: checks that all rounds gave one result, and prints the least time; "-" when there is none
best() {
    awk '/^vowels=/ { sum = $1 " " $2 " " $3; if (first == "") first = sum; if (sum != first) bad = 1
                      if (min == "" || $4 + 0 < min + 0) min = $4 }
         END { if (bad) exit 1; print (first == "" ? "-" : min "|" first) }' <<<"$1"
}

# in_weft WAY LENGTH ROUNDS: as the peers print it
in_weft() {
    "${weft[@]}" dev.weft.examples.Counters "$@" 2>&1 |
        awk '/^vowels=/ { counts = $0 } /ns an event/ { print counts, $1 }'
}

in_kotlin() {
    "${kotlin[@]}" dev.weft.benchmarks.peer.EventsKt "$1" "$text" "$2" "$3"
}

in_python() {
    local interpreter=$1
    shift
    "$interpreter" "$home/peers/python/events.py" "$1" "$text" "$2" "$3"
}

python3=/usr/bin/python3
[ -x "$python3" ] || python3=python3

# cell WAY PEER: one measurement; all of a way must count the same
cell() {
    local n=$length r=$rounds output
    [ "$1" = process-per-event ] && n=40 && r=1
    case $2 in
        weft) output=$(in_weft "$1" "$n" "$r") ;;
        kotlin) output=$(in_kotlin "$1" "$n" "$r" 2>/dev/null || true) ;;
        greenlet)
            n=$((n < 1000000 ? n : 1000000))
            output=$(in_python "$python3" "greenlet:$1" "$n" "$((r < 2 ? r : 2))" 2>/dev/null || true)
            ;;
        *) # slow: fewer repetitions, and fewer events for threads
            [ "$1" = threads ] && n=$((n < 100000 ? n : 100000))
            local way=$1
            [ "$1" = symmetric ] && [ "$2" = pypy3 ] && way=greenlet:symmetric && n=$((n < 1000000 ? n : 1000000))
            output=$(in_python "$2" "$way" "$n" "$((r < 2 ? r : 2))" 2>/dev/null || true)
            ;;
    esac
    local result
    result=$(best "$output") || fail "$1 in $2 counts differently each time: $output"
    check "$n" "$1" "$2" "${result#*|}"
    echo "${result%%|*}"
}

check() {
    [ "$4" = - ] && return
    local file="$text.$1"
    [ -e "$file" ] || echo "$4" >"$file"
    [ "$(cat "$file")" = "$4" ] || fail "$2 in $3 counts $4, others $(cat "$file")"
}
trap 'rm -f "$text" "$text".*' EXIT

echo "Processors: $(nproc). $("$java" -version 2>&1 | tail -1). $("$python3" --version 2>&1)." \
    "$(pypy3 --version 2>&1 | tail -1). $length events, best of $rounds (Python: of 2)."
echo
echo "| ns an event | Weft | Kotlin | CPython | greenlet | PyPy |"
echo "|---|---|---|---|---|---|"
row() {
    [ -z "$programs" ] || [[ $programs = *",${1%% *},"* ]] || return 0
    local line="| $1"
    for peer in weft kotlin "$python3" greenlet pypy3; do
        line="$line | $(cell "$2" "$peer")"
    done
    echo "$line |"
}
row "9 callout to a handler" callout
row "10 process an event" process-per-event
row "11 three workers: threads" threads
row "11 three workers: processes" processes
row "11 three workers: fibers" fibers
row "11 three workers: tasks" tasks
row "12 generator fed by a queue" feed
row "13 bare trampoline" bare-trampoline
row "14 symmetric coroutines" symmetric
row "14 trampoline with data" trampoline
row "15 cocalls by name: trampoline" cocalls
row "15 cocalls by name: in turn" cocalls-in-turn
row "16 primed coroutines" weightless
row "17 nested loops, inline" pairs-inline
row "17 nested loops, delegated" pairs-delegated
