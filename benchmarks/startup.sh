#!/bin/sh
# Prints how long ./wsis up takes when everything is built and was up once before, until all is ready, and how much
# memory the whole system then holds. Starts and stops the local stack; its data stays. Options go to ./wsis up.
#
#   RSS counts memory that processes share once for each of them, PSS shares it out; the truth about a sum is PSS.
set -eu
cd "$(dirname "$0")/.."
out=$(mktemp)
trap 'rm -f "$out"; ./wsis down >/dev/null 2>&1 || true' EXIT INT TERM

# Starts in the background and waits for line $1 of the launcher.
up_until() {
  line=$1
  shift
  : >"$out"
  ./wsis up "$@" >"$out" 2>&1 &
  up=$!
  until grep -q "$line" "$out"; do
    kill -0 "$up" 2>/dev/null || { cat "$out" >&2; exit 1; }
    sleep 0.1
  done
}

seconds() {
  awk -v from="$1" -v to="$2" 'BEGIN { printf "%.1f", to - from }'
}

echo "First up: builds and prepares what is missing (not measured)"
up_until 'The Forum is up' "$@"
# Class archives are made in the background after the first up.
while ls .wsis/cache/*.classes >/dev/null 2>&1 && ! grep -q 'the next start is faster' "$out"; do sleep 1; done
./wsis down >/dev/null
wait "$up" || true

echo "Second up: measured; load before it: $(cut -d ' ' -f 1-3 /proc/loadavg), cores: $(nproc)"
from=$(date +%s.%N)
up_until 'The Forum is up' "$@"
to=$(date +%s.%N)
grep ': ready' "$out"
echo "Seconds to all-ready: $(seconds "$from" "$to")"
echo

# A request of each kind, so that memory is not measured on a system that has never been used.
gateway=$(sed -n 's/^  gateway  *//p' "$out")
for path in /agenda/v1/editions/2021/sessions '/awards/v1/editions/2021/categories?lang=ar' /openapi.json; do
  curl -s -o /dev/null "$gateway$path" || true
done
sleep 5

# The recorded processes, their children (PostgreSQL's workers), and the lifeline, which is the launcher's child.
pids() {
  for record in .wsis/run/*/*.pid; do
    pid=$(head -n 1 "$record")
    echo "$pid $(basename "$record" .pid | cut -c 4-)"
    for child in $(cat /proc/"$pid"/task/*/children 2>/dev/null); do
      case $(basename "$record" .pid) in
        *PostgreSQL) echo "$child PostgreSQL" ;;
        *launcher) case $(tr '\0' ' ' <"/proc/$child/cmdline") in *Lifeline*) echo "$child lifeline" ;; esac ;;
      esac
    done
  done
}

pids | while read -r pid name; do
  [ -r "/proc/$pid/smaps_rollup" ] || continue
  awk -v name="$name" '/^Rss:/ { rss = $2 } /^Pss:/ { pss = $2 } END { print name, rss, pss }' "/proc/$pid/smaps_rollup"
done | awk '
  { if (!($1 in rss)) order[++n] = $1; rss[$1] += $2; pss[$1] += $3; all_rss += $2; all_pss += $3 }
  END {
    printf "%-24s %8s %8s\n", "memory in MB", "RSS", "PSS"
    for (i = 1; i <= n; i++) printf "%-24s %8.0f %8.0f\n", order[i], rss[order[i]] / 1024, pss[order[i]] / 1024
    printf "%-24s %8.0f %8.0f\n", "whole system", all_rss / 1024, all_pss / 1024
  }'

from=$(date +%s.%N)
./wsis down >/dev/null
echo "Seconds to all-stopped: $(seconds "$from" "$(date +%s.%N)")"
wait "$up" || true
