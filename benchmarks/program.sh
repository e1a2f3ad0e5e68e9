# Sourced by the scripts whose program is written in Java; called from the project's folder. Builds what is not built, and
# runs benchmarks/$1.java with the rest as its arguments and a folder of its own as the property "data", which is thrown
# away at the end: so a benchmark runs beside any stack, leaves nothing in it, and nothing is left of its processes. What it
# uses of a service's own code is compiled first: the files $program_sources, against the jars $program_libraries.
run_program() {
  program=$1
  shift
  ./wsis build
  . .mvn/find-jdk.sh
  wsis_find_jdk
  mkdir -p .wsis
  data=$(mktemp -d .wsis/benchmark.XXXXXX)
  java=
  trap 'rm -rf "$data"' EXIT
  trap '[ -z "$java" ] || { kill "$java"; wait "$java" || true; }; exit 130' INT TERM
  echo "cores: $(nproc), load before: $(cut -d ' ' -f 1-3 /proc/loadavg)"
  classes='local-stack/target/local-stack.jar:local-stack/target/lib/*'
  if [ -n "${program_sources:-}" ]; then
    "$JAVA_HOME/bin/javac" -proc:none -nowarn -d "$data/classes" -cp "$program_libraries" $program_sources
    classes="$classes:$data/classes:$program_libraries"
  fi
  "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED -Dslf4j.internal.verbosity=ERROR \
    "-Ddata=$data" -cp "$classes" "benchmarks/$program.java" "$@" &
  java=$!
  wait "$java"
  java=
  echo "load after: $(cut -d ' ' -f 1-3 /proc/loadavg)"
}
