#!/bin/sh
# Prints how many reads a second the gateway passes on that nobody may keep, beside nginx with proxy_pass and Spring Cloud
# Gateway before the same server: the same bytes, from the same load generator, by turns in one run. Then, at half of what the
# slowest of them passes on, how much later an answer comes through each than from the server itself.
#
#   The server is another nginx that gives the same JSON always, so that it is not what is measured. Each round measures all
#   three for as long and with as many connections; figures are medians of the rounds, beside them the least and the most. The
#   load generator (wrk) and the server share the cores with what is measured, which flatters the slower. The gateway does what
#   it always does: limits, request ids, checks of headers and paths, keeping the answers' place for the feeds it cannot read here;
#   nginx and Spring Cloud Gateway pass on and nothing else. Both JVMs have 256 MB and the options of the gateway's image, and each is warmed up until it grows no faster. Nobody logs.
#   Latency is taken with a rate that is kept whatever is answered, from the moment when a request was due: one that waits behind
#   a slow one counts its wait.
#   Left out: TLS, HTTP/2, bodies of requests, signed-in callers.
#   Needs nginx and wrk (Debian: apt-get install nginx-light wrk).
#
#   benchmarks/passthrough.sh [SECONDS [ROUNDS [CONNECTIONS]]]
set -eu
cd "$(dirname "$0")/.."
for program in nginx wrk; do
  command -v "$program" > /dev/null || { echo "passthrough.sh needs $program" >&2; exit 1; }
done
. benchmarks/program.sh
./mvnw -q -f benchmarks/spring-cloud-gateway package
run_program PassThrough "$@"
