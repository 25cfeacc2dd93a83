#!/bin/sh
# Measures MAD and prints Markdown tables. Arguments choose parts: jmh, processes, proofs, methods; or one of the long ones alone:
# configurations, certificates [SKIPPED], live, conflicts, scale, referees [SECONDS].
set -eu
cd "$(dirname "$0")/.."
JAVA_HOME=$(./mad --java-home)
export JAVA_HOME
./mad check examples/deepmad-r18.mad >/dev/null # builds what is measured
rm -f benchmarks/target/quick/*benchmarks.jar # else the shaded jar of the last build, with its old classes, is shaded again
mvn -q -Pquick,benchmarks -pl benchmarks -am package >&2
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -jar benchmarks/target/quick/benchmarks.jar "$@"
