#!/bin/sh
# Runs the tests of the libraries in suites/pom.xml twice: as they are, and woven with everything suspendable, each
# test method in a fiber, with a forced suspension at every suspendable call. The outcomes must be the same.
# Uses the JDK of JAVA_HOME (else the one on the path). Build first: mvn -DskipTests package
#   integration-tests/suites.sh [NAME...]      codec csv text collections lang (default: all)
#   integration-tests/suites.sh --cost [NAME...]   instead: how much longer they take woven, nothing suspending
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jars=$here/suites/target/jars
if [ ! -d "$jars" ]; then
    mvn -q -B -f "$here/suites/pom.xml" \
        org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory="$jars.part"
    mv "$jars.part" "$jars"
fi
agent=$root/agent/target/weft-agent.jar
runtime=$(ls "$root"/runtime/target/weft-runtime-*.jar | grep -v -e sources -e javadoc | head -1)
harness=$root/integration-tests/target/test-classes
# tests read files of their own under src/test/resources
run=$here/suites/target/run
if [ ! -d "$run" ]; then
    mkdir -p "$run.part/src/test/resources"
    for tests in "$jars"/*-tests.jar; do
        (cd "$run.part/src/test/resources" && "${java%java}jar" xf "$tests")
    done
    mv "$run.part" "$run"
fi
cost=
if [ "${1-}" = --cost ]; then
    cost=--cost
    shift
fi
[ $# -gt 0 ] || set -- codec csv text collections lang
# weave PATTERN IN OUT
weave() {
    "$java" -jar "$root/weaver/target/weft-weaver.jar" --quiet \
        -cp "$runtime:$(ls "$woven"/*.jar "$jars"/*.jar 2>/dev/null | tr '\n' ':')" --suspendable "$1" "$2" "$3"
}
# without tests of speed; codec's testCodec265 needs more heap than the machine may have
none='-'
tests='^(?!.*Performance)(Test.*|.+[.$]Test.*|.*Tests?)$'
count=$#
while [ "$count" -gt 0 ]; do
    name=$1
    shift
    count=$((count - 1))
    case $name in
        codec) set -- "$@" "$(ls "$jars"/commons-codec-*-tests.jar)" "$tests" '.*#testCodec265.*' 'org.apache.commons.codec.**' ;;
        csv) set -- "$@" "$(ls "$jars"/commons-csv-*-tests.jar)" "$tests" "$none" 'org.apache.commons.csv.**' ;;
        text) set -- "$@" "$(ls "$jars"/commons-text-*-tests.jar)" "$tests" "$none" 'org.apache.commons.text.**' ;;
        collections)
            set -- "$@" "$(ls "$jars"/commons-collections4-*-tests.jar)" "$tests" "$none" 'org.apache.commons.collections4.**' ;;
        lang) set -- "$@" "$(ls "$jars"/commons-lang3-*-tests.jar)" "$tests" "$none" 'org.apache.commons.lang3.**' ;;
        *) echo "unknown suite $name: codec, csv, text, collections or lang" >&2; exit 2 ;;
    esac
done
if [ -n "$cost" ]; then
    woven=$here/suites/target/woven
    rm -rf "$woven" "$woven.harness"
    mkdir -p "$woven" "$woven.harness/dev/weft/it"
    cp -r "$harness/dev/weft/it/suites" "$woven.harness/dev/weft/it"
    weave none.None "$woven.harness" "$woven"
    k=4
    while [ "$k" -le $# ]; do
        eval "pattern=\$$k; tests=\$$((k - 3))"
        library=${tests%-tests.jar}.jar
        weave "$pattern" "$library" "$woven/$(basename "$library")"
        weave "$pattern" "$tests" "$woven/$(basename "$tests")"
        k=$((k + 4))
    done
    set -- --cost "$woven" "$agent" "$@"
else
    set -- "$agent" "$@"
fi
cd "$run"
exec "$java" -cp "$harness:$runtime:$jars/*" dev.weft.it.suites.Suites "$@"
