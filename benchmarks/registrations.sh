#!/bin/sh
# Prints how long an accreditation officer's work with 50,000 registrations takes, asked of the service itself: the first page,
# the page in their middle, filters, words that few and many have, those flagged as duplicates, and the table of all, its first
# byte and its end. Beside the table stands what PostgreSQL takes for the same rows alone (COPY of their columns by the same
# role, the same connection doing nothing else).
#
#   Medians of all rounds; beside them the least and the most. The last column compares pages with the first one, and the end
#   of the table with COPY. Registrations are made up of a small vocabulary and put straight into the table. One request at a
#   time; PostgreSQL, service and the asking program share the cores; the gateway is left out.
#
#   benchmarks/registrations.sh [REGISTRATIONS [ROUNDS]]
set -eu
cd "$(dirname "$0")/.."
. benchmarks/program.sh
run_program RegistrationDesk "$@"
