#!/bin/sh
# Starts Devbox Tunnels from wherever it lies: bin/ and lib/ are neighbours. Only the shell's own words, for each other
# program costs a start some milliseconds.
self=$0
if [ -L "$self" ]; then
  self=$(readlink -f -- "$self")
fi
home=${self%/*}/../lib/@NAME@

# What is set here is for this process alone: programs it starts, such as the browser, get an environment without it.
DEVBOX_TUNNELS_SET=
own() {
  eval "present=\${$1+yes}"
  if [ -z "$present" ]; then
    export "$1=$2"
    DEVBOX_TUNNELS_SET="$DEVBOX_TUNNELS_SET $1"
  fi
}

# A class path of the user's is for other programs: with one the class cache is passed over.
unset CLASSPATH

# Every thread may otherwise get an arena of its own, which is never given back.
own MALLOC_ARENA_MAX 2

# Without a graphics processor in reach the toolkit would paint by software through OpenGL: 55 MB and slower.
rendering=-Dprism.order=sw
case ${DISPLAY-} in
  :*)
    if [ -z "${LIBGL_ALWAYS_SOFTWARE-}${VNCDESKTOP-}${XRDP_SESSION-}" ]; then
      for node in /dev/dri/renderD*; do
        if [ -r "$node" ] && [ -w "$node" ]; then
          rendering=-Dprism.order=es2,sw
        fi
      done
    fi
    ;;
esac
if [ -n "@SAFE@" ]; then
  rendering=-Dprism.order=sw
fi
# Whether backgrounds are painted without a cache of them: software paints nearly as quickly so.
uncached=false
if [ "$rendering" = -Dprism.order=sw ]; then
  uncached=true
  # GTK asks OpenGL about itself at every start, whether or not anything is painted with it.
  own GDK_GL disable
fi
export DEVBOX_TUNNELS_SET

exec "$home/runtime/bin/@NAME@" "-XX:AOTCache=$home/@CACHE@" \
  "-Ddevboxtunnels.fonts=$home/fonts" "-Ddevboxtunnels.gateways=$home/@GATEWAYS@" \
  @JVM@ "$rendering" "-Dprism.disableRegionCaching=$uncached" --module @MODULE@ "$@"
