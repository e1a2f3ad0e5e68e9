#!/bin/sh
# Prints how many reads a second of a programme of the size of 2021 the agenda-service gives, beside nginx with the same bytes
# in files, and beside PostgreSQL asked each time for what the read shows; by turns in one run.
#
#   The programme is made up (SeededProgramme: 300 sessions, 800 people, 12 rooms) and put in as a programme manager would,
#   then released. Read are a page of 50 sessions, one session, schedule.json, schedule.json by somebody who has it (304), and
#   what the change feed says after one session was moved. Each round measures nginx, the service and PostgreSQL for as long,
#   directly and without the gateway; figures are medians of the rounds, beside them the least and the most.
#   nginx is the limit: what the same load generator (wrk) gets where nothing has to be thought of. wrk shares the cores with
#   what it measures and takes more of them from whoever answers faster, so the ratios flatter the slower one.
#   PostgreSQL answers pgbench, over eight connections with prepared statements. Only what the read would have to ask is asked,
#   as rows and JSON documents as they are stored; nobody makes an answer of them, which flatters PostgreSQL. The statements
#   stand in Programme.java.
#   Left out: TLS, HTTP/2, compression, the first read after a release, different languages and filters.
#   Needs nginx, wrk and pgbench (Debian: apt-get install nginx-light wrk postgresql-contrib).
#
#   benchmarks/programme.sh [SECONDS [ROUNDS [CONNECTIONS]]]
set -eu
cd "$(dirname "$0")/.."
for program in nginx wrk pgbench; do
  command -v "$program" > /dev/null || { echo "programme.sh needs $program" >&2; exit 1; }
done
. benchmarks/program.sh
# Has the last word, in every JVM of the stack; only the agenda-service needs it: the local stack's own C1 would halve it.
export _JAVA_OPTIONS="-XX:TieredStopAtLevel=4 -Xmx384m"
program_sources=agenda-service/src/test/java/org/wsisforum/agenda/SeededProgramme.java
program_libraries='agenda-service/target/quarkus-app/lib/*:agenda-service/target/quarkus-app/lib/main/*'
run_program Programme "$@"
