#!/bin/sh
# Prints how fast one change reaches 5,000 readers of one stream of server-sent events at one agenda-service, beside how
# fast it reaches 50, and what a reader costs the service in memory; then the same through the gateway, with 1,000.
#
#   Milliseconds run from the end of the commit until the first, the middle and the last client have the change: medians of
#   several changes in each round, then of the rounds, with the least and the most of them. The ratio is the time until the
#   last of many to the time until the last of few. Memory is the process's with all clients less that before the first,
#   after a full collection, divided by the clients; RSS and PSS also hold what the heap has grown to and not given back.
#   The clients are one process of one thread, on the cores of the service and PostgreSQL: its share of the time is in the
#   figures, so they are the least that a service can do. The service runs as in the local stack (C1 alone), but with a
#   heap of 512 MB, as in a container of 1 GB: in the local stack's 160 MB 5,000 readers just fit, and collections take
#   most of the time (HEAP=160m shows it).
#   Left out: TLS, a real network and its slow readers, streams of signed-in readers, and buffers in the kernel.
#   Each client needs a descriptor here and in the service (ulimit -n).
#
#   [HEAP=512m] benchmarks/streams.sh [CLIENTS [CLIENTS_THROUGH_THE_GATEWAY]]
set -eu
cd "$(dirname "$0")/.."
. benchmarks/program.sh
# Has the last word, in every JVM of the stack; only the service that is measured needs it.
export _JAVA_OPTIONS="-Xmx${HEAP:-512m}"
run_program Streams "$@"
