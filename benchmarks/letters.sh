#!/bin/sh
# Prints how long it takes until the 193 letters to the ministers of all Member States are rendered as PDF, one after the other
# and two at once, the six languages taking turns; and, for one letter in each language, the PDF beside its page in HTML.
#
#   Asked of the service itself, as the secretariat. The first round warms up and does not count; figures are medians of the
#   other rounds, beside them the least and the most. PostgreSQL, service and the asking program share the cores. Mailing is
#   left out.
#
#   benchmarks/letters.sh [ROUNDS]
set -eu
cd "$(dirname "$0")/.."
. benchmarks/program.sh
run_program Letters "$@"
