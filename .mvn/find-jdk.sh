# Sourced by ./wsis and ./mvnw: sets JAVA_HOME to a JDK of at least the version this project is written for.
# Looks at JAVA_HOME, then PATH, then the folders where the usual installers put a JDK; the first that is new
# enough wins, so that an explicit choice is respected.
wsis_jdk_needed=25

# Prints the feature version of the JDK in folder $1, read from its release file without starting it.
wsis_jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# Follows symbolic links from the program $1 to the JDK that holds it.
wsis_jdk_of_program() {
  wsis_program=$1
  while [ -L "$wsis_program" ]; do
    wsis_target=$(readlink "$wsis_program")
    case $wsis_target in
      /*) wsis_program=$wsis_target ;;
      *) wsis_program=$(dirname "$wsis_program")/$wsis_target ;;
    esac
  done
  (cd "$(dirname "$wsis_program")/.." && pwd -P)
}

wsis_find_jdk() {
  wsis_seen=
  wsis_path_java=$(command -v java 2>/dev/null) && wsis_path_jdk=$(wsis_jdk_of_program "$wsis_path_java") || wsis_path_jdk=
  for wsis_jdk in "${JAVA_HOME:-}" "$wsis_path_jdk" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ -n "$wsis_jdk" ] || continue
    wsis_version=$(wsis_jdk_version "$wsis_jdk") && [ -n "$wsis_version" ] || continue
    if [ "$wsis_version" -ge "$wsis_jdk_needed" ]; then
      JAVA_HOME=$wsis_jdk
      export JAVA_HOME
      return 0
    fi
    # The one on the PATH often lies in a usual folder too.
    case $wsis_seen in
      *"($wsis_jdk)"*) ;;
      *) wsis_seen="$wsis_seen${wsis_seen:+,} $wsis_version ($wsis_jdk)" ;;
    esac
  done
  if [ -n "$wsis_seen" ]; then
    echo "wsis: a JDK $wsis_jdk_needed or newer is needed, only older ones were found:$wsis_seen. Install one, for example Temurin $wsis_jdk_needed, or point JAVA_HOME to it." >&2
  else
    echo "wsis: a JDK $wsis_jdk_needed or newer is needed and none was found. Install one, for example Temurin $wsis_jdk_needed, or point JAVA_HOME to it." >&2
  fi
  return 1
}
