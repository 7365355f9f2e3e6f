#!/usr/bin/env bash
# What the agent costs at start: 20,000 classes of well-known jars loaded and linked, and H2's server, each without
# and with the agent in turns. Build first (mvn -DskipTests package, and integration-tests/world.sh for its jars).
#
#   benchmarks/startup.sh [ROUNDS]
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
rounds="${1:-5}"
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
jars="$home/../integration-tests/world/target/jars"
agent="$home/../agent/target/weft-agent.jar"
runtime="$(ls "$home"/../runtime/target/weft-runtime-*.jar | grep -v -e sources -e javadoc | head -1)"
own="$home/target/classes:$runtime"
many=("$jars"/{spring,hibernate-core,tomcat,jetty,netty,jackson,guava,log4j,reactor,caffeine,mysql,postgresql,eclipse-collections-api,commons}*.jar)
all=$(printf '%s:' "$jars"/*.jar)
echo "20,000 classes of ${#many[@]} jars, few suspendable"
"$java" -cp "$own" dev.weft.benchmarks.startup.Startup "$rounds" "$agent" - \
    -cp "$own:$all" dev.weft.benchmarks.startup.LoadClasses 20000 "${many[@]}"
echo "H2's server"
"$java" -cp "$own" dev.weft.benchmarks.startup.Startup "$rounds" "$agent" - \
    -cp "$own:$(ls "$jars"/h2-*.jar)" dev.weft.benchmarks.startup.H2Start
