#!/bin/sh
# Serves the gateways in a process of their own. The window starts it, speaks to it through its input and output, and it
# ends with the window.
home=${0%/*}
export MALLOC_ARENA_MAX=2
unset CLASSPATH
exec "$home/runtime/bin/@NAME@" "-XX:AOTCache=$home/@CACHE@" @JVM@ --module @MODULE@ --serve-gateways
