#!/bin/bash
# Looks at every page of the portal with axe-core in a headless Chromium, wide and narrow, light and dark, and keeps a picture
# of each in .wsis/portal/. Needs chromium, and the system running (./wsis up). Ends with 1 if there is anything to complain of.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v chromium > /dev/null || { echo "This needs chromium (Debian: apt-get install chromium)." >&2; exit 2; }
target=target/axe
if [ ! -f "$target/axe.min.js" ]; then
  ./mvnw -q -B -N dependency:unpack -Dartifact=com.deque.html.axe-core:selenium:4.10.2 -DoutputDirectory="$PWD/$target" \
    -Dmdep.unpack.includes='**/axe.min.js'
fi
exec "${JAVA_HOME:-/usr}/bin/java" checks/Portal.java "${1:-http://localhost:8080}" "$(find "$target" -name axe.min.js | head -1)" .wsis/portal
