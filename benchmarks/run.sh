#!/bin/sh
# Measures MAD and prints one Markdown table. Arguments choose parts of it: jmh, processes, proofs, configurations; and conflicts.
set -eu
cd "$(dirname "$0")/.."
JAVA_HOME=$(./mad --java-home)
export JAVA_HOME
./mad check examples/deepmad-r18.mad >/dev/null # builds what is measured
rm -f benchmarks/target/quick/*benchmarks.jar # else the shaded jar of the last build, with its old classes, is shaded again
mvn -q -Pquick,benchmarks -pl benchmarks -am package >&2
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -jar benchmarks/target/quick/benchmarks.jar "$@"
