#!/bin/sh
# Prints how long the answer to an expert takes who asks for a project that others judge, and for one that is not there: both
# are 404, and neither time should tell which it was. Asked in turns, through the gateway, on one connection.
#
#   Medians of all requests; beside them the least and the most. The last figure is how often, of two requests drawn at
#   random, the one for the existing project took longer: 0.5 tells nothing. Other work on the cores shows in both alike.
#
#   benchmarks/unassigned.sh [REQUESTS]
set -eu
cd "$(dirname "$0")/.."
. benchmarks/program.sh
run_program Unassigned "$@"
