#!/usr/bin/env bash
# Runs JMH on the programs woven by the agent. Arguments go to JMH: a pattern of classes, -p, -f, -prof gc and so on.
#
#   benchmarks/jmh.sh RingBenchmark -p scheduler=single
#   benchmarks/jmh.sh                 all of them (about half an hour)
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
if [ "${WEFT_NO_BUILD:-}" != 1 ]; then
    (cd "$home/.." && mvn -q -B -ntp package -Dmaven.test.skip=true -pl agent,benchmarks -am)
fi
runtime=("$home"/../runtime/target/weft-runtime-*[0-9T].jar)
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" \
    -cp "$home/target/classes:${runtime[0]}:$home/target/dependency/*" org.openjdk.jmh.Main \
    -jvmArgsAppend "-javaagent:$home/../agent/target/weft-agent.jar=yield-loops=dev.weft.benchmarks.programs.YieldingLoops,monitors=dev.weft.benchmarks.programs.FiberMonitors" "$@"
