# Sourced by mvnw, demo and evaluate: exports JAVA_HOME with a JDK of at least 25, unless it names one already.
# quarkus:build runs inside Maven's own JVM, so a toolchain cannot choose its JDK; the launcher has to.

jdk_release() { # the feature release of the JDK at $1, or 0
  r=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null) || r=0
  [ -x "$1/bin/javac" ] && printf '%s' "${r:-0}" || printf 0
}

pick_jdk() {
  [ -n "${JAVA_HOME-}" ] && [ "$(jdk_release "$JAVA_HOME")" -ge 25 ] && return 0
  javac=$(command -v javac 2>/dev/null) && javac=$(readlink -f "$javac" 2>/dev/null) || javac=
  set +f
  for home in "${javac%/bin/javac}" /usr/lib/jvm/* /opt/java/* /opt/jdk* /usr/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && [ "$(jdk_release "$home")" -ge 25 ]; then
      JAVA_HOME=$home
      export JAVA_HOME
      return 0
    fi
  done
  echo "Reading Room needs a JDK 25 or newer: install one, or point JAVA_HOME at it." >&2
  return 1
}

pick_jdk || exit 1
