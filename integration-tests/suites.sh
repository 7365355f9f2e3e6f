#!/bin/sh
# Runs the tests of the libraries in suites/pom.xml twice: as they are, and woven with everything suspendable, each
# test method in a fiber, with a forced suspension at every suspendable call. The outcomes must be the same.
# Uses the JDK of JAVA_HOME (else the one on the path). Build first: mvn -DskipTests package
#   integration-tests/suites.sh [NAME...]      codec csv text collections lang (default: all)
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
[ $# -gt 0 ] || set -- codec csv text collections lang
# without tests of speed
tests='^(?!.*Performance)(Test.*|.+[.$]Test.*|.*Tests?)$'
count=$#
while [ "$count" -gt 0 ]; do
    name=$1
    shift
    count=$((count - 1))
    case $name in
        codec) set -- "$@" "$(ls "$jars"/commons-codec-*-tests.jar)" "$tests" 'org.apache.commons.codec.**' ;;
        csv) set -- "$@" "$(ls "$jars"/commons-csv-*-tests.jar)" "$tests" 'org.apache.commons.csv.**' ;;
        text) set -- "$@" "$(ls "$jars"/commons-text-*-tests.jar)" "$tests" 'org.apache.commons.text.**' ;;
        collections)
            set -- "$@" "$(ls "$jars"/commons-collections4-*-tests.jar)" "$tests" 'org.apache.commons.collections4.**' ;;
        lang) set -- "$@" "$(ls "$jars"/commons-lang3-*-tests.jar)" "$tests" 'org.apache.commons.lang3.**' ;;
        *) echo "unknown suite $name: codec, csv, text, collections or lang" >&2; exit 2 ;;
    esac
done
runtime=$(ls "$root"/runtime/target/weft-runtime-*.jar | grep -v -e sources -e javadoc | head -1)
exec "$java" -cp "$root/integration-tests/target/test-classes:$runtime:$jars/*" \
    dev.weft.it.suites.Suites "$root/agent/target/weft-agent.jar" "$@"
