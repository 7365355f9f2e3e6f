#!/bin/sh
# Unmodified blocking programs from Maven Central made concurrent by the agent with patterns alone, beside platform
# threads and, where there is a JDK 21 or later, virtual threads. Build first: mvn -DskipTests package
#   integration-tests/thirdparty.sh [h2] [http] [redis] [postgres]      default: all four
# JAVA_HOME (else the java on the path) runs platform threads and Weft; JAVA_VIRTUAL names the home of the newer JDK.
# http needs wrk, redis needs redis-server and redis-cli, postgres needs initdb and pg_ctl (PG_BIN: their folder);
# what is missing is skipped with a message.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
dir=$here/thirdparty
jars=$dir/target/jars
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac
virtual=${JAVA_VIRTUAL:-}
work=$(mktemp -d)
agent=$root/agent/target/weft-agent.jar
runtime=$(ls "$root"/runtime/target/weft-runtime-*.jar | head -1)
patterns=app.**:org.h2.**:redis.clients.**:org.apache.commons.pool2.**:org.postgresql.**:fi.iki.elonen.**
stop=:
trap 'eval "$stop"; rm -rf "$work"' EXIT INT TERM

if [ ! -d "$jars" ]; then
    mvn -q -B -f "$dir/pom.xml" \
        org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory="$jars.part"
    mv "$jars.part" "$jars"
fi
mkdir -p "$dir/target/classes"
"$javac" --release 11 -cp "$jars/*" -d "$dir/target/classes" "$dir"/src/app/*.java
classes=$dir/target/classes:$jars/*

# run platform|weft|virtual main-class args...
run() {
    kind=$1
    shift
    case $kind in
    platform) "$java" -Xmx2g -cp "$classes" "$@" ;;
    weft) "$java" -Xmx2g "-javaagent:$agent=threads=$patterns" -cp "$classes:$runtime" "$@" ;;
    virtual) "$virtual/bin/java" -Xmx2g -Dapp.threads=virtual -cp "$classes" "$@" ;;
    esac
}

all_kinds() {
    for kind in platform weft ${virtual:+virtual}; do
        echo "-- $kind"
        run "$kind" "$@"
    done
}

missing() {
    for tool in "$@"; do
        if ! command -v "$tool" >/dev/null 2>&1; then
            echo "skipped: there is no $tool"
            return 0
        fi
    done
    return 1
}

h2() {
    echo "== H2, server mode: 500 connections, a query of 100 ms on each at once, three times"
    "$java" -cp "$classes" org.h2.tools.Server -tcp -tcpPort 19092 -ifNotExists >"$work/h2" 2>&1 &
    stop="kill $!"
    url='jdbc:h2:tcp://localhost:19092/mem:t;DB_CLOSE_DELAY=-1'
    until grep -q running "$work/h2"; do sleep 0.2; done
    "$java" -cp "$classes" org.h2.tools.Shell -url "$url" -user sa -password '' \
        -sql 'CREATE ALIAS SLEEP FOR "java.lang.Thread.sleep(long)"' >/dev/null
    all_kinds app.Queries "$url" sa '' 'CALL SLEEP(100)' 500
    eval "$stop"
    stop=:
}

postgres() {
    echo "== PostgreSQL: 500 connections, SELECT pg_sleep(0.1) on each at once, three times"
    bin=${PG_BIN:-$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)}
    PATH=$bin:$PATH
    if missing initdb pg_ctl; then return; fi
    as=
    if [ "$(id -u)" = 0 ]; then # the server refuses to run as root
        as='su postgres -s /bin/sh -c'
        chown postgres "$work"
    fi
    ${as:-sh -c} "PATH=$PATH; initdb -D $work/pg -A trust -U weft >/dev/null && pg_ctl -D $work/pg -l $work/pg.log -w start -o \
        '-p 15499 -c max_connections=600 -c shared_buffers=64MB -c unix_socket_directories=$work' >/dev/null"
    stop="${as:-sh -c} 'PATH=$PATH; pg_ctl -D $work/pg -m immediate stop >/dev/null'"
    all_kinds app.Queries jdbc:postgresql://localhost:15499/postgres weft '' 'SELECT pg_sleep(0.1)' 500
    eval "$stop"
    stop=:
}

redis() {
    echo "== Redis through Jedis: 1,000 calls of BLPOP blocked at once, three times"
    if missing redis-server redis-cli; then return; fi
    redis-server --port 16399 --save '' --maxclients 2000 >"$work/redis" 2>&1 &
    stop="kill $!"
    until redis-cli -p 16399 ping >/dev/null 2>&1; do sleep 0.2; done
    all_kinds app.Redis 16399 1000
    eval "$stop"
    stop=:
}

http() {
    echo "== NanoHTTPD, a thread for each connection: 10,000 open connections for 12 s after 10 s of warming up"
    if missing wrk; then return; fi
    for kind in platform weft ${virtual:+virtual}; do
        echo "-- $kind"
        mkfifo "$work/in"
        : >"$work/out" # else the last server's "ready" is taken for this one's
        run "$kind" app.Http 18080 <"$work/in" >"$work/out" 2>"$work/err" &
        exec 9>"$work/in"
        until grep -q ready "$work/out"; do sleep 0.2; done
        wrk -c 2000 -t 2 -d 10s http://localhost:18080/x >/dev/null
        wrk -c 10000 -t 2 -d 12s --timeout 10s --latency http://localhost:18080/x >"$work/wrk" &
        load=$!
        sleep 8
        echo >&9
        wait $load
        grep -E '50%|99%|errors|Requests/sec' "$work/wrk"
        exec 9>&-
        wait
        tail -1 "$work/out"
        rm "$work/in"
    done
}

for program in ${*:-h2 http redis postgres}; do
    case $program in
    h2 | http | redis | postgres) $program ;;
    *)
        echo "unknown program $program: h2, http, redis or postgres" >&2
        exit 2
        ;;
    esac
done
