#!/bin/sh
# Prints how many votes a second are accepted through the gateway, beside how many rows a second pgbench inserts into the same
# table, with the same constraints and over as many connections, on the same machine.
#
#   Both sides take turns in one run; medians of all rounds, beside them the least and the most. "Accepted" is answered 201 with
#   a receipt, that is: committed and signed. Each voter has a connection of its own for 18 votes, ten voters live in a network,
#   and every first vote also makes the voter known. Before anything is measured, votes are cast until another round is hardly
#   faster than the one before: a JVM that has just begun spends most of its time on compiling. Tokens are those of the realm,
#   signed with its key; the service checks each. PostgreSQL confirms a commit when it is on the disk, as in production, and
#   gateway and service run with the options of their image.
#   pgbench (Debian: postgresql-contrib) inserts one row a transaction, prepared, its voters being there already. Everything
#   shares the cores: database, service, gateway and the asking program on the one side, database and pgbench on the other.
#   The same again with ballots that are sent whole, 18 votes to a request.
#   Then: one voter who casts 18 votes with nobody else there, and reading the nominees of a category without and with voters.
#
#   WSIS_VOTE_TOGETHER=1 WSIS_VOTE_WRITERS=6 benchmarks/votes.sh    commits each vote by itself, over six connections
#
#   benchmarks/votes.sh [CONNECTIONS [SECONDS [ROUNDS]]]
set -eu
cd "$(dirname "$0")/.."
command -v pgbench > /dev/null || { echo "pgbench is not there; Debian has it in postgresql-contrib" >&2; exit 1; }
. benchmarks/program.sh
run_program Votes "$@"
