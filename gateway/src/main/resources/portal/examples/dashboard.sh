#!/bin/bash
# How many sessions there are, and what changes from now on: for a system that signs in by itself.
set -euo pipefail
forum={public-url}
token=$(curl -sf {issuer}/protocol/openid-connect/token \
  -d grant_type=client_credentials -u "$CLIENT_ID:$CLIENT_SECRET" | jq -r .access_token)
agenda=$forum/agenda/v1/editions/2021

curl -sf "$agenda/sessions?count=exact&limit=1" -H "Authorization: Bearer $token" | jq .count

# Keep the cursor where a restart finds it; a read waits up to 25 seconds for news.
cursor=$(cat cursor 2>/dev/null || echo now)
while true; do
  page=$(curl -sf --retry 5 "$agenda/changes?since=$cursor&wait=25")
  jq -c '.items[] | [.time, .type, .subject]' <<<"$page"
  cursor=$(jq -r .cursor <<<"$page")
  echo "$cursor" > cursor
done
