#!/bin/bash
# Run by the image of PostgreSQL once, while its volume is still empty, in the database "wsis".
set -euo pipefail
psql --set ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set registration_password="$WSIS_REGISTRATION_DB_PASSWORD" \
  --set agenda_password="$WSIS_AGENDA_DB_PASSWORD" \
  --set awards_password="$WSIS_AWARDS_DB_PASSWORD" \
  --set keycloak_password="$WSIS_KEYCLOAK_DB_PASSWORD" \
  --file /opt/wsis/roles.sql
