#!/bin/sh
# Prints how long a search of the Stocktaking takes among 10,000 entries: the plain list, filters, words that few and many
# entries have, and the counts beside them, all asked in turn of the service itself.
#
#   Medians of all rounds; beside them the least and the most. The last column compares with the plain list. Entries are made
#   up of a small vocabulary and put straight into the table, so that a common word is more common than it would be. One
#   request at a time; PostgreSQL, service and the asking program share the cores; the gateway is left out.
#
#   benchmarks/stocktaking.sh [ENTRIES [ROUNDS]]
set -eu
cd "$(dirname "$0")/.."
. benchmarks/program.sh
run_program Stocktaking "$@"
