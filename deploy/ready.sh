#!/bin/bash
# Succeeds when http://127.0.0.1:PORT/PATH answers 200:  bash ready.sh PORT PATH
# In bash alone, since neither Temurin's image nor Keycloak's has curl or wget.
exec 2>/dev/null 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$2" >&3
read -r -t 4 _ status _ <&3
[ "$status" = 200 ]
