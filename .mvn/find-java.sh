# Sourced by ./build and ./gangway. Finds what they need and says in one plain sentence what is missing.
#
# find_jdk: exports JAVA_HOME (a JDK of at least $needed_java) and sets java_major. A JAVA_HOME that is good enough
# stays; otherwise the newest of PATH and the usual folders.

needed_java=21

# The feature version of the JDK at $1, or nothing when there is none.
jdk_major() {
  local version=""
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$1/release")
  fi
  [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
  version=${version%%[!0-9]*}
  printf '%s' "$version"
}

find_jdk() {
  local candidate major on_path best="" best_major=0
  if [ -n "${JAVA_HOME:-}" ]; then
    major=$(jdk_major "$JAVA_HOME")
    if [ "${major:-0}" -ge "$needed_java" ]; then
      java_major=$major
      export JAVA_HOME
      return 0
    fi
  fi
  on_path=$(readlink -f "$(command -v javac 2>/dev/null)" 2>/dev/null) || on_path=""
  for candidate in "${on_path%/bin/javac}" /usr/lib/jvm/* /usr/java/* /opt/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] && [ -d "$candidate" ] || continue
    major=$(jdk_major "$candidate")
    if [ "${major:-0}" -gt "$best_major" ]; then
      best=$candidate
      best_major=$major
    fi
  done
  [ "$best_major" -ge "$needed_java" ] || return 1
  JAVA_HOME=$best
  java_major=$best_major
  export JAVA_HOME
}

# Ends the script unless a JDK is there, and, when "$1" is maven, Maven too.
require() {
  local missing=""
  find_jdk || missing="a JDK of version $needed_java or newer (neither JAVA_HOME, nor PATH, nor /usr/lib/jvm has one)"
  if [ "${1:-}" = maven ] && ! command -v mvn >/dev/null 2>&1; then
    missing="${missing:+$missing and }Maven (no mvn on PATH)"
  fi
  if [ -n "$missing" ]; then
    echo "Gangway needs $missing: please install it and try again." >&2
    exit 1
  fi
  # Maven's own libraries still use sun.misc.Unsafe, of which newer JDKs complain at length.
  if [ "$java_major" -ge 24 ]; then
    export MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
  fi
}
