package org.wsisforum.kit.follow;

/** Another service, or Keycloak before it, gave no usable answer; it may give one when asked again. */
public final class Unreachable extends RuntimeException {

    public Unreachable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
