#!/usr/bin/env bash
# Runs JMH on the programs woven by the agent. Arguments go to JMH: a pattern of classes, -p, -f, -prof gc and so on.
#
#   benchmarks/jmh.sh RingBenchmark -p scheduler=single
#   benchmarks/jmh.sh PeerGenerators                                   beside Kotlin (built by benchmarks/compare.sh)
#   benchmarks/peers/kilim/build.sh && benchmarks/jmh.sh 'PeerGenerators.(next|tree|permutations)' -p contender=weft,kilim
#   JAVA_HOME=/path/to/jdk-25 benchmarks/jmh.sh PeerGenerators -p contender=weft,loom
#   benchmarks/jmh.sh                 all of them (about half an hour)
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
if [ "${WEFT_NO_BUILD:-}" != 1 ]; then
    (cd "$home/.." && mvn -q -B -ntp package -Dmaven.test.skip=true -pl agent,benchmarks -am)
fi
runtime=("$home"/../runtime/target/weft-runtime-*[0-9T].jar)
kotlin="$home/peers/kotlin/target/classes:$home/peers/kotlin/target/dependency/*"
kilim="$home/peers/kilim/target/classes:$home/peers/kilim/target/dependency/*"
peers="$kotlin:$kilim:$home/peers/loom/target/classes"
programs=dev.weft.benchmarks.programs
options="yield-loops=$programs.YieldingLoops,monitors=$programs.FiberMonitors"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" \
    -cp "$home/target/classes:${runtime[0]}:$home/target/dependency/*:$peers" org.openjdk.jmh.Main \
    -jvmArgsAppend "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED -javaagent:$home/../agent/target/weft-agent.jar=$options" \
    "$@"
