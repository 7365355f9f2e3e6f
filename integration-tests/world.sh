#!/bin/sh
# Weaves every method of the jars named in world/pom.xml (and of what they depend on) and verifies the result
# on the JDK of JAVA_HOME (else the one on the path). Build first: mvn -DskipTests package
#   integration-tests/world.sh            plain
#   integration-tests/world.sh --chaos    with a forced suspension at every suspendable call
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jars=$here/world/target/jars
libs=$here/world/target/libs
asm=9.9.1
if [ ! -d "$jars" ]; then
    mvn -q -B -f "$here/world/pom.xml" \
        org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory="$jars.part"
    mv "$jars.part" "$jars"
fi
mkdir -p "$libs"
for lib in asm asm-tree asm-analysis asm-util asm-commons; do
    if [ ! -f "$libs/$lib-$asm.jar" ]; then
        mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
            -Dartifact=org.ow2.asm:$lib:$asm -DoutputDirectory="$libs"
    fi
done
exec "$java" -Xmx8g -cp "$root/integration-tests/target/test-classes:$root/weaver/target/classes:$root/runtime/target/classes:$libs/*" \
    dev.weft.it.world.World "$@" "$jars"/*.jar
