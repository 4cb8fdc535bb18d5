#!/bin/sh
# Starts Devbox Tunnels from wherever it lies: bin/ and lib/ are neighbours.
self=$0
if [ -L "$self" ]; then
  self=$(readlink -f -- "$self")
fi
home=${self%/*}/../lib/@NAME@
exec "$home/runtime/bin/java" @JVM@ "-XX:AOTCache=$home/@CACHE@" --module @MODULE@ "$@"
