#!/bin/sh
# Prints what recording a change adds to a write: transactions a second of one that updates a row, of one that also
# inserts into the table of changes as Changes.record does, with a word to all copies once it is committed, and of one that
# says that word within the transaction (by a trigger), by 1 and by 8 writers, in short rounds that take turns.
#
#   A time of 1.50 says that a transaction with a change takes half as long again as the same without; beside the median
#   stand the least and the most of all rounds. synchronous_commit=on is a real installation, where each commit waits for
#   the disk; off is the local stack, and shows the processor time alone. PostgreSQL is real, with fsync, fresh and thrown
#   away at the end; its table of changes is made by the kit's migration, and one connection listens, as a service does.
#   Left out: what a service does around its transactions (HTTP, sign-in, Hibernate), which makes the share of recording
#   smaller than printed, and tables of changes too big for memory. The writers are on the same cores as the server.
#
#   benchmarks/recording.sh [ROUNDS [MILLISECONDS]]
set -eu
cd "$(dirname "$0")/.."
. benchmarks/program.sh
run_program Recording "$@"
