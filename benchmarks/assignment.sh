#!/bin/sh
# Prints how long it takes to assign experts to all projects of an edition, with all their conflicts looked at: one request
# through the gateway, for a tenth of the projects, for all of them, and again when nothing is to be done.
#
#   Medians of all rounds; beside them the least and the most. The ratio says how the time grows with the projects: 10 is
#   in proportion. Projects and experts are made up and put straight into the tables; PostgreSQL, service, gateway and the
#   asking program share the cores.
#
#   benchmarks/assignment.sh [PROJECTS [ROUNDS]]
set -eu
cd "$(dirname "$0")/.."
. benchmarks/program.sh
run_program Assignment "$@"
