#!/bin/sh
# Starts Keycloak with the realm, in production. Keycloak leaves a placeholder of the realm file as it stands when its
# variable is missing, and would take those very characters for the secret; so this refuses to start without them.
set -eu
for name in KC_HOSTNAME KC_DB_URL KC_DB_USERNAME KC_DB_PASSWORD WSIS_PUBLIC_URL \
  WSIS_REGISTRATION_CLIENT_SECRET WSIS_AGENDA_CLIENT_SECRET WSIS_AWARDS_CLIENT_SECRET WSIS_GATEWAY_CLIENT_SECRET \
  WSIS_PARTNER_DEMO_CLIENT_SECRET; do
  eval "value=\${$name:-}"
  [ -n "$value" ] || { echo "keycloak: $name is not set; nothing is started" >&2; exit 78; }
done
exec "${KEYCLOAK_HOME:-/opt/keycloak}/bin/kc.sh" start --import-realm "$@"
