#!/usr/bin/env bash
# Echo servers under the same load, one after the other: idle connections, and active ones that send 64 bytes, wait for
# them to come back, and so on. Prints a table (Markdown): requests a second, the server's processor time for each (which
# other load on the machine disturbs least), latencies, memory for each connection. That is what the server's resident
# memory grew by; a JVM's heap is resident from the start, so for JVMs the live objects of the heap are added, and "live"
# says how much of it they are. Kernel memory counts for nobody.
#
#   benchmarks/echo.sh [CONTENDER...]        weft weft-later virtual netty-nio netty-epoll go gevent; default all but weft-later,
#                                            which is Weft on the JDK of the virtual threads
#
# IDLE=10000 ACTIVE=1000 BYTES=64 SECONDS_A_RUN=5
# JDK25_HOME   a JDK 21 or later for virtual threads
# PYTHON       a Python that has gevent
# WEFT_NO_BUILD=1   takes everything as it was built last
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/echo"
root="$home/../.."
out="$home/target"
idle="${IDLE:-10000}" active="${ACTIVE:-1000}" bytes="${BYTES:-64}" seconds="${SECONDS_A_RUN:-5}"
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
heap=(-Xms1g -Xmx1g -XX:+AlwaysPreTouch -XX:+UseParallelGC)
ulimit -n "$(ulimit -Hn)"
mkdir -p "$out"

say() { printf 'echo: %s\n' "$*" >&2; }
rss() { awk '/^VmRSS/ {print $2}' "/proc/$1/status"; }
ticks() { awk '{print $14 + $15}' "/proc/$1/stat"; }
threads() { awk '/^Threads/ {print $2}' "/proc/$1/status"; }

build() {
    (cd "$root" && mvn -q -B -ntp package -Dmaven.test.skip=true -pl agent,benchmarks -am)
    (cd "$home/go" && go build -o ../target/echo .)
    (cd "$home/netty" && mvn -q -B -ntp process-classes) || say "Netty could not be built"
    "${JAVA_HOME:+$JAVA_HOME/bin/}javac" --release 11 -d "$out/weft" -cp "$root/runtime/target/woven-classes" \
        "$home/blocking/BlockingEcho.java" "$home/weft/WeftEcho.java"
    if [ -x "${JDK25_HOME:-}/bin/javac" ]; then
        "$JDK25_HOME/bin/javac" -d "$out/loom" "$home/blocking/BlockingEcho.java" "$home/loom/LoomEcho.java"
    fi
}

# The command of a contender.
command_of() {
    case "$1" in
        weft | weft-later)
            [ "$1" = weft ] || java="$JDK25_HOME/bin/java"
            echo "$java ${heap[*]} -javaagent:$root/agent/target/weft-agent.jar=suspendable=blocking.**:weft.** \
            -cp $out/weft:$root/runtime/target/woven-classes weft.WeftEcho"
            ;;
        virtual) echo "$JDK25_HOME/bin/java ${heap[*]} -cp $out/loom loom.LoomEcho virtual" ;;
        netty-*) echo "$java ${heap[*]} -cp $home/netty/target/classes:$home/netty/target/dependency/* NettyEcho ${1#netty-}" ;;
        go) echo "$out/echo serve" ;;
        gevent) echo "${PYTHON:-python3} $home/echo.py" ;;
    esac
}

live() { # bytes of a JVM's heap after a collection
    local jcmd
    jcmd="$(dirname "$(readlink -f "/proc/$1/exe")")/jcmd"
    if [ -x "$jcmd" ]; then
        "$jcmd" "$1" GC.class_histogram | awk '/^Total/ {print $3}'
    else
        echo 0
    fi
}

measure() {
    local name="$1" server port before after line live_before live_after
    mkfifo -m 600 "$out/port.$$"
    # shellcheck disable=SC2046
    $(command_of "$name") >"$out/port.$$" 2>"$out/$name.log" &
    server=$!
    exec 5<"$out/port.$$"
    rm "$out/port.$$"
    read -r port <&5
    "$out/echo" load "$port" 10 10 "$bytes" 1 <<<go >/dev/null # loads what the first connections load
    live_before="$(live "$server")"
    before="$(rss "$server")"
    coproc LOAD { exec "$out/echo" load "$port" "$idle" "$active" "$bytes" "$seconds"; }
    read -r line <&"${LOAD[0]}"
    live_after="$(live "$server")"
    after="$(rss "$server")"
    local many
    many="$(threads "$server")"
    echo go >&"${LOAD[1]}"
    read -r line <&"${LOAD[0]}"
    local from to total rate p50 p99 p999
    from="$(ticks "$server")"
    read -r total rate p50 p99 p999 <&"${LOAD[0]}"
    to="$(ticks "$server")"
    read -r line <&"${LOAD[0]}"
    wait "$LOAD_PID" || true
    kill "$server"
    wait "$server" 2>/dev/null || true
    local cpu
    cpu="$(awk -v t="$((to - from))" -v hz="$(getconf CLK_TCK)" -v n="$total" 'BEGIN {printf "%.1f", t / hz * 1e6 / n}')"
    printf '| %s | %s | %s | %s | %s | %s | %s | %s | %s |\n' "$name" "$rate" "$cpu" "$p50" "$p99" "$p999" \
        "$((((after - before) * 1024 + live_after - live_before) / (idle + active)))" \
        "$(((live_after - live_before) / (idle + active)))" "$many"
}

[ "${WEFT_NO_BUILD:-}" = 1 ] || build
[ $# -gt 0 ] || set -- weft virtual netty-nio netty-epoll go gevent
printf '%s idle, %s active connections, %s bytes, %s s, %s cores\n\n' "$idle" "$active" "$bytes" "$seconds" "$(nproc)"
printf '| server | requests/s | CPU µs/request | p50 µs | p99 µs | p99.9 µs | bytes/connection | live | threads |\n|---|---|---|---|---|---|---|---|---|\n'
for name in "$@"; do measure "$name"; done
