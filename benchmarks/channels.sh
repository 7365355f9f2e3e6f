#!/usr/bin/env bash
# Go's 22 channel benchmarks in Weft and in Go, and those that have a counterpart on virtual threads and in Kotlin: one
# table of ratios (Markdown) on standard output.
#
#   benchmarks/channels.sh [PATTERN]      all, or the benchmarks whose names match, as in: 'ChanSync|ChanProdCons'
#
# JDK25_HOME        a JDK 21 or later for virtual threads; without it they are left out, and the table says so
# WEFT_NO_BUILD=1   takes everything as it was built last
# LEAST=1           for a machine that is not quiet: the least of many short rounds, in all of them, instead of JMH's and
#                   Go's means; JCTools is left out
# MEDIAN=1          for a quiet machine: Weft by the median of short rounds instead of JMH, which takes a tenth of the time;
#                   JCTools is left out
# CONTENDERS=LIST   some of them, as in "go weft loom kotlin jctools"; Weft is needed for the ratios
# SECONDS_EACH=N    how long each row then takes, except Go's; default 3
# JMH_OPTIONS       for JMH, as in: "-f 3 -p carriers=2"
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
pattern="${1:-.}"
results="$(mktemp -d)"
trap 'rm -rf "$results"' EXIT
say() { printf 'channels: %s\n' "$*" >&2; }

# Lines of Go's output; each benchmark many times when only the least of its rounds counts.
go_benchmarks() {
    if [ "${LEAST:-}" != 1 ]; then
        go test -run - -bench "$pattern" -benchtime "${GO_TIME:-0.5s}" -cpu 1,2
        return
    fi
    for name in $(go test -list "$pattern" | grep ^Benchmark); do
        case $name in
            *Popular) rounds=20x ;;
            *Uncontended | *Contended) rounds=500x ;;
            *) rounds=20000x ;;
        esac
        go test -run - -bench "^$name\$" -benchtime "$rounds" -count 40 -cpu 1,2
    done
}

contenders=" ${CONTENDERS:-go weft loom kotlin jctools} "
wanted() { [[ $contenders == *" $1 "* ]] || return 1; }

say "Go"
if ! wanted go; then
    : >"$results/all"
elif command -v go >/dev/null; then
    (cd "$home/peers/go" && go_benchmarks) |
        awk '/^Benchmark/ { name = substr($1, 10); n = 1; if (match(name, /-[0-9]+$/)) {
                n = substr(name, RSTART + 1); name = substr(name, 1, RSTART - 1) } print "Go", name, n, $3 }' |
        awk '{ k = $1 " " $2 " " $3; if (!(k in least)) { order[++n] = k; least[k] = $4 } if ($4 < least[k]) least[k] = $4 }
            END { for (i = 1; i <= n; i++) print order[i], least[order[i]] }' >"$results/all"
    go version >&2
else
    say "no Go compiler: Go is left out"
    : >"$results/all"
fi
say "Weft"
if [ "${LEAST:-}${MEDIAN:-}" = 1 ]; then
    runtime=("$home"/../runtime/target/weft-runtime-*[0-9T].jar)
    "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Dmedian="$([ -z "${MEDIAN:-}" ] || echo true)" \
        -javaagent:"$home/../agent/target/weft-agent.jar" \
        -cp "$home/target/classes:${runtime[0]}:$home/target/dependency/*" \
        dev.weft.benchmarks.jmh.LeastOfRounds "$pattern" "${SECONDS_EACH:-3}" >>"$results/all"
else
# shellcheck disable=SC2086
"$home/jmh.sh" "GoChannelBenchmark.($pattern)" ${JMH_OPTIONS:-} -rf csv -rff "$results/weft.csv" >&2
tr -d '"\r' <"$results/weft.csv" |
    awk -F, 'NR > 1 { sub(/.*\./, "", $1); print "Weft", $1, $NF, $5 }' >>"$results/all"
fi
least=()
[ "${LEAST:-}" != 1 ] || least=("${SECONDS_EACH:-3}")
if ! wanted loom; then
    :
elif [ -n "${JDK25_HOME:-}" ]; then
    say "virtual threads"
    mkdir -p "$home/peers/loom/target"
    "$JDK25_HOME/bin/javac" -d "$home/peers/loom/target" "$home/peers/loom/Queues.java"
    for n in 1 2; do
        "$JDK25_HOME/bin/java" -Djdk.virtualThreadScheduler.parallelism=$n -Djdk.virtualThreadScheduler.maxPoolSize=$n \
            -cp "$home/peers/loom/target" Queues "$n" "$pattern" "${least[@]}" >>"$results/all"
    done
else
    say "JDK25_HOME names no JDK: virtual threads are left out"
fi
say "Kotlin"
if ! wanted kotlin; then
    :
elif [ -f "$home/peers/kotlin/target/classpath" ] || (cd "$home/peers/kotlin" && mvn -q -B -ntp compile \
        dependency:build-classpath -Dmdep.outputFile=target/classpath); then
    for n in 1 2; do
        "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Dkotlinx.coroutines.scheduler.core.pool.size=$n \
            -Dkotlinx.coroutines.scheduler.max.pool.size=$((n + 1)) \
            -cp "$home/peers/kotlin/target/classes:$(cat "$home/peers/kotlin/target/classpath")" ChannelsKt "$n" "$pattern" \
            "${least[@]}" >>"$results/all"
    done
else
    say "the Kotlin peer could not be built: left out"
fi
say "JCTools"
[ "${LEAST:-}${MEDIAN:-}" = 1 ] || ! wanted jctools || "$home/jmh.sh" "QueueLimitBenchmark.($pattern)" -rf csv -rff "$results/queues.csv" >&2 || true
if [ -s "$results/queues.csv" ]; then
    tr -d '"\r' <"$results/queues.csv" |
        awk -F, 'NR > 1 && $1 !~ /:/ { sub(/.*\./, "", $1); print "JCTools", $1, 2, $5 }' >>"$results/all"
fi

awk '
    { ns[$1, $2, $3] = $4; if (!($2 in seen) && $1 != "Weft") { seen[$2] = ++rows; row[rows] = $2 }
      if ($1 == "Weft" && !($2 in seen)) { seen[$2] = ++rows; row[rows] = $2 } }
    function figure(v) { return v == "" ? "–" : v < 100 ? sprintf("%.1f", v) : sprintf("%.0f", v) }
    function ratio(a, b) { return a == "" || b == "" ? "–" : sprintf("%.2f×", a / b) }
    END {
        print "| benchmark | carriers | Weft, ns | single-threaded | confined | Go | Go ÷ Weft | Go ÷ single | Go ÷ confined | Kotlin ÷ Weft |" \
            " SynchronousQueue ÷ Weft | ArrayBlockingQueue ÷ Weft | LinkedTransferQueue ÷ Weft | JCTools, ns |"
        print "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|"
        for (i = 1; i <= rows; i++) for (n = 1; n <= 2; n++) {
            r = row[i]; w = ns["Weft", r, n]; s = n == 1 ? ns["Weft", r, "single"] : ""
            c = n == 1 ? ns["Weft", r, "confined"] : ""; g = ns["Go", r, n]
            if (w == "" && g == "") continue
            print "| `" r "` | " n " | " figure(w) " | " figure(s) " | " figure(c) " | " figure(g) " | " ratio(g, w) " | " \
                ratio(g, s) " | " ratio(g, c) \
                " | " ratio(ns["Kotlin", r, n], w) " | " ratio(ns["SynchronousQueue", r, n], w) " | " \
                ratio(ns["ArrayBlockingQueue", r, n], w) " | " ratio(ns["LinkedTransferQueue", r, n], w) " | " \
                figure(ns["JCTools", r, n]) " |"
        }
    }' "$results/all"
