#!/bin/sh
# Prints how many reads a second of a programme that is kept the gateway gives, beside nginx with proxy_cache in front of the
# same agenda-service: the same bytes, from the same load generator, by turns in one run.
#
#   Each round measures nginx, then the gateway, for as long and with as many connections; figures are medians of the rounds,
#   beside them the least and the most. The load generator (wrk) shares the cores with what it measures and takes more of them
#   from whoever answers faster, so the ratio flatters the slower of the two. The gateway runs with the optimising compiler
#   and 256 MB, as in its container; the local stack's own C1 alone would halve its figure. Neither logs. nginx gives the
#   answer for its max-age and learns of no change; the gateway follows the change feed all the while.
#   Left out: TLS, HTTP/2, misses, many different addresses, and compressed answers, which nginx compresses for each request.
#   Needs nginx and wrk (Debian: apt-get install nginx-light wrk).
#
#   benchmarks/cached.sh [SECONDS [ROUNDS [CONNECTIONS [PATH]]]]
set -eu
cd "$(dirname "$0")/.."
for program in nginx wrk; do
  command -v "$program" > /dev/null || { echo "cached.sh needs $program" >&2; exit 1; }
done
. benchmarks/program.sh
# Has the last word, in every JVM of the stack; only the gateway needs it.
export _JAVA_OPTIONS="-XX:TieredStopAtLevel=4 -Xmx256m"
run_program Cached "$@"
