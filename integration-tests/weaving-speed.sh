#!/bin/sh
# Classes and megabytes a second of the weaver: each jar in a JVM of its own, four rounds, of which the first is cold;
# every method suspendable (all), nothing to weave (none), and read and written by ASM unchanged (copy).
# Needs world.sh to have fetched its jars, and the build: mvn -DskipTests package
#   integration-tests/weaving-speed.sh [JAR...]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jars=$here/world/target/jars
[ $# -gt 0 ] || set -- "$jars"/guava-*.jar "$jars"/commons-lang3-*.jar "$jars"/jackson-databind-*.jar "$jars"/kotlin-stdlib-2*.jar
libs=${WEFT_LIBS:-$here/world/target/libs/*}
for jar in "$@"; do
    for mode in all none copy; do
        "$java" -Xmx2g -cp "$here/target/test-classes:$root/weaver/target/classes:$root/runtime/target/classes:$libs" \
            dev.weft.it.world.WeavingSpeed $mode "$jar"
    done
done
