#!/usr/bin/env bash
# Builds and runs the jcstress tests of what channels order. Arguments go to jcstress: -m quick, -t PATTERN and so on.
#
#   concurrency-tests/jcstress.sh -m quick
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
if [ "${WEFT_NO_BUILD:-}" != 1 ]; then
    (cd "$home/.." && mvn -q -B -ntp package -Pjcstress -Dmaven.test.skip=true -pl concurrency-tests -am)
fi
runtime=("$home"/../runtime/target/weft-runtime-*[0-9T].jar)
cd "$home/target"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "classes:${runtime[0]}:dependency/*" org.openjdk.jcstress.Main "$@"
