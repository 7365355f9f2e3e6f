#!/usr/bin/env bash
# Builds and runs the jcstress tests of the runtime. Arguments go to jcstress.
#
#   jcstress/run.sh -m sanity            a slice: some minutes on two cores
#   jcstress/run.sh                      all modes of compilation: hours
#   jcstress/run.sh -t ParkingStress     some of them
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
if [ "${WEFT_NO_BUILD:-}" != 1 ]; then
    (cd "$home/.." && mvn -q -B -ntp package -Dmaven.test.skip=true -Pjcstress -pl jcstress -am)
fi
mkdir -p "$home/target/run"
cd "$home/target/run"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$home/target/classes:$home/../runtime/target/woven-classes:$home/target/dependency/*" \
    org.openjdk.jcstress.Main "$@"
