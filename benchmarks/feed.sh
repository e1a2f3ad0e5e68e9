#!/bin/sh
# Prints how many changes a second go through one feed: writers insert as fast as they can into the feed of a running
# agenda-service, while nobody, a poller (pages of 200) or one stream of server-sent events follows; then the same reader
# takes all of them again from the beginning, with nobody writing. Each time in an edition of its own.
#
#   "Taken meanwhile" counts from the first write until the reader has all, so a reader that keeps up takes as many as are
#   written, and the seconds from the last commit say how far it was behind. The last ratio is what counts for a reader
#   that was away: above 1 it catches up while others go on to write. Medians; beside them the least and the most of all
#   rounds. An edition that was just filled is unknown to PostgreSQL's statistics, which can make for worse plans; so it is
#   measured before and after ANALYZE, which autovacuum does by itself after a minute.
#   Left out: what a service does to record a change (recording.sh), several readers (streams.sh), the gateway, and
#   the network. Writers, PostgreSQL (synchronous_commit=off in the local stack), the service (C1 alone, 160 MB) and the
#   reader share the cores, so each slows the other; together with the ratios this is the least that a feed can do.
#
#   benchmarks/feed.sh [CHANGES [ROUNDS [WRITERS]]]
set -eu
cd "$(dirname "$0")/.."
. benchmarks/program.sh
run_program Feed "$@"
