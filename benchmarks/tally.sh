#!/bin/sh
# Prints how long it takes to count the votes of an edition, of the real size of 2021: 72,000 voters with 18 votes each, a
# part of them with a category left out, so that their ballots do not count, and a part set apart. Side by side in one run: a
# plain GROUP BY over the same table, the queries that the service counts with, and the whole job from its beginning to its
# stored result. Beside it what comes before and after: looking for what is suspicious, the first job, which also looks and
# seals the ledger, reading its file, verifying it and counting it again with the documented command.
#
#   Medians of all rounds; beside them the least and the most, in milliseconds. The ratios are to the plain GROUP BY. What a
#   ballot holds is found out once, when the ledger is sealed, so that is in the time of sealing and not in that of counting.
#   Votes are made up and put straight into the table, a tenth more popular from nominee to nominee. PostgreSQL has its default
#   settings; everything shares the cores.
#
#   benchmarks/tally.sh [VOTERS [INCOMPLETE_PERCENT [SET_APART_PERCENT [ROUNDS]]]]
set -eu
cd "$(dirname "$0")/.."
. benchmarks/program.sh
run_program Tally "$@"
