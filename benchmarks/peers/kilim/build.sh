#!/usr/bin/env bash
# Fetches Kilim, compiles its side of the generator benchmarks and weaves it, into target/classes.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cd "$here"
"${MAVEN:-mvn}" -q -B -ntp dependency:copy-dependencies -DoutputDirectory="$here/target/dependency"
bin="${JAVA_HOME:+$JAVA_HOME/bin/}"
"${bin}javac" --release 8 -nowarn -Xlint:-options -cp 'target/dependency/*' -d target/plain src/*.java
"${bin}java" -cp 'target/plain:target/dependency/*' kilim.tools.Weaver -d target/classes target/plain >/dev/null
# the weaver writes what it changed only
cp -rn target/plain/. target/classes/
