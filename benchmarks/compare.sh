#!/usr/bin/env bash
# Builds Weft and its peers' programs, runs the same work in all of them and prints a table of ratios (Markdown).
#
#   benchmarks/compare.sh [--quick] [--rounds N] [--repetitions N] [--workloads A,B] [--contenders A,B] [--output FILE]
#
# JDK25_HOME   a JDK 21 or later for virtual threads (without it they are left out, and the report says so)
# WEFT_NO_BUILD=1   takes everything as it was built last
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

say() { printf 'compare: %s\n' "$*" >&2; }

build_weft() {
    say "building Weft"
    (cd "$home/.." && mvn -q -B -ntp package -Dmaven.test.skip=true -pl agent,benchmarks -am)
}

build_go() {
    if command -v go >/dev/null; then
        say "building the Go peer: $(go version)"
        (cd "$home/peers/go" && mkdir -p target && go build -o target/peer .)
    else
        say "no Go compiler: Go is left out"
    fi
}

build_kotlin() {
    say "building the Kotlin peer"
    (cd "$home/peers/kotlin" && mvn -q -B -ntp compile) || say "the Kotlin peer could not be built: left out"
}

build_loom() {
    if [ -x "${JDK25_HOME:-}/bin/javac" ]; then
        say "building the virtual threads' peer: $("$JDK25_HOME/bin/javac" -version 2>&1)"
        "$JDK25_HOME/bin/javac" --add-exports java.base/jdk.internal.vm=ALL-UNNAMED \
            -d "$home/peers/loom/target/classes" "$home"/peers/loom/*.java
    else
        say "JDK25_HOME names no JDK: virtual threads are left out"
    fi
}

if [ "${WEFT_NO_BUILD:-}" != 1 ]; then
    build_weft
    build_go
    build_kotlin
    build_loom
fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Dweft.benchmarks="$home" -cp "$home/target/classes" \
    dev.weft.benchmarks.compare.Compare "$@"
