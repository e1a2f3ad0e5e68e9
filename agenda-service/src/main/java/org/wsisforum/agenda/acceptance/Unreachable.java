package org.wsisforum.agenda.acceptance;

/** Registration-service, or Keycloak before it, gave no usable answer; it may give one when asked again. */
final class Unreachable extends RuntimeException {

    Unreachable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
